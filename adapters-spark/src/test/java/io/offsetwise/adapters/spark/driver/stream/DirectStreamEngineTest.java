package io.offsetwise.adapters.spark.driver.stream;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.adapters.spark.driver.batch.DeliveredBatch;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Positions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is refused before anything is read. Reading itself is tested with a broker, in bootstrap.
 */
class DirectStreamEngineTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  @Test
  void aJobThatHoldsSomethingLiveIsRefused() {
    Object live = new Object();
    RecordFunction<FakeResult> holding =
        (record, results) -> results.accept(new FakeResult(live.toString()));

    assertThatThrownBy(() -> open(holding, Map.of()))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE))
        .hasMessageContaining("the job's function")
        .hasMessageContaining("cannot travel to the executors");
  }

  @Test
  void aKafkaPropertyThatBreaksTheGuaranteeIsRefused() {
    RecordFunction<FakeResult> fine = (record, results) -> results.accept(FakeResult.of(record));

    assertThatThrownBy(() -> open(fine, Map.of("enable.auto.commit", "true")))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("enable.auto.commit = true is refused");
  }

  private static void open(
      RecordFunction<FakeResult> function, Map<String, String> kafkaProperties) {
    BatchRanges ranges = new BatchRanges(List.of(range("a", 0, 0, 2)));
    ClaimedStream claimed =
        ClaimedStream.before(ranges, DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
    DirectStreamEngine<FakeResult> engine =
        new DirectStreamEngine<>(
            new StreamWork<>(
                SPARK.context(),
                new DirectStreamSettings(
                    Duration.ofSeconds(1), kafkaProperties, Duration.ofSeconds(10)),
                () -> function,
                SaveScope.PARTITION,
                RetryBound.ONCE,
                name -> DeliveredBatch.EXACT,
                stream -> claimed.saver()));

    engine
        .open(
            new StartedStream(claimed.saver().context(), Positions.NONE, List.of()),
            new BatchGate(),
            batch -> {})
        .close();
  }
}
