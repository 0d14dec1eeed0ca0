package io.offsetwise.application.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class StoppedExceptionTest {

  private final StoppedException stopped =
      new StoppedException(StopReason.FENCED, "another driver has taken over");

  @Test
  void keepsReasonMessageAndCauseOnTheWayFromATask() throws Exception {
    IllegalStateException cause = new IllegalStateException("0 rows");
    StoppedException arrived = travel(new StoppedException(StopReason.OUT_OF_ORDER, "gap", cause));

    assertThat(arrived.reason()).isEqualTo(StopReason.OUT_OF_ORDER);
    assertThat(arrived).hasMessage("gap").hasRootCauseMessage("0 rows");
  }

  @Test
  void isFoundUnderWhatAnEngineWrapsAroundIt() {
    Throwable wrapped =
        new RuntimeException("job aborted", new IllegalStateException("task failed", stopped));

    assertThat(StoppedException.within(wrapped)).containsSame(stopped);
    assertThat(StoppedException.within(stopped)).containsSame(stopped);
  }

  @Test
  void theInnermostStopIsTheReason() {
    StoppedException outer = new StoppedException(StopReason.EARLIER_FAILURE, "not saved", stopped);

    assertThat(StoppedException.within(new RuntimeException(outer))).containsSame(stopped);
  }

  @Test
  void isNotFoundWhereThereIsNone() {
    assertThat(StoppedException.within(new RuntimeException("x", new Error("y")))).isEmpty();
    assertThat(StoppedException.within(null)).isEmpty();
  }

  @Test
  void hasAReason() {
    assertThatThrownBy(() -> new StoppedException(null, "x"))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("reason");
  }

  private static StoppedException travel(StoppedException packed)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(packed);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (StoppedException) in.readObject();
    }
  }
}
