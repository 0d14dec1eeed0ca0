package io.offsetwise.adapters.spark.driver.checkpointed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.offsetwise.adapters.spark.driver.stream.ArrivingBatches;
import io.offsetwise.adapters.spark.driver.stream.BatchCheck;
import io.offsetwise.adapters.spark.driver.stream.PassedOverException;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.StreamName;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import org.apache.spark.streaming.Time;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What Spark takes for done when a checkpoint's function is called. */
class RecoveredBatchesTest {

  private static final SessionName SESSION = new SessionName(new StreamName("recovered"), 3);
  private static final Time TIME = new Time(1_000);

  private final BatchGate gate = new BatchGate();

  @AfterEach
  void closeSession() throws Exception {
    PerJvm.close(SESSION);
  }

  @Test
  void itFindsTheSessionOfItsNameAfterATrip() throws Exception {
    gate.latch(new IllegalStateException("found"));
    open();

    assertThatThrownBy(() -> travelled().call(null, TIME)).hasMessageContaining("found");
  }

  @Test
  void aBatchWithoutASessionIsNotDone() {
    assertThatThrownBy(() -> travelled().call(null, TIME))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no session reads generation 3 of stream recovered");
  }

  @Test
  void aBatchThatADrainingSessionPassesOverIsNotDone() throws Exception {
    open();
    assertThat(gate.drain(Duration.ofSeconds(1))).isTrue();

    assertThatThrownBy(() -> travelled().call(null, TIME))
        .isInstanceOf(PassedOverException.class)
        .hasMessageContaining("came when its session was ending: it is still to be done");
  }

  @Test
  void itHoldsNothingButTheNameOfItsSession() throws Exception {
    assertThat(bytes(new RecoveredBatches(SESSION))).hasSizeLessThan(500);
  }

  private void open() {
    PerJvm.get(SESSION)
        .opened(
            new CheckpointedBatches(
                new ArrivingBatches(
                    (ranges, places) -> fail("nobody reads " + ranges),
                    RetryBound.ONCE,
                    gate,
                    BatchCheck.NONE,
                    batch -> {})));
  }

  private static RecoveredBatches travelled() {
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes(new RecoveredBatches(SESSION))))) {
      return (RecoveredBatches) in.readObject();
    } catch (IOException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Object travelling) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(travelling);
    }
    return bytes.toByteArray();
  }
}
