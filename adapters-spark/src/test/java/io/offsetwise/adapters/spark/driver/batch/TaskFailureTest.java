package io.offsetwise.adapters.spark.driver.batch;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.SparkException;
import org.apache.spark.TaskContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver learns of tasks that Spark runs again, up to three times. */
class TaskFailureTest {

  @RegisterExtension
  static final LocalSpark SPARK = LocalSpark.with(Map.of("spark.master", "local[2,3]"));

  @Test
  void theReasonSurvivesAStageThatIsGivenUp() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), range("a", 0, 0, 2));
    ClaimedStream stream = claimed(raw);

    Throwable failure =
        catchThrowable(
            () -> DeliveredBatch.aligned(raw, new Stops()).savePerPartition(stream.saver()));

    assertThat(failure).isInstanceOf(SparkException.class).hasMessageContaining("failed 3 times");
    assertThat(StoppedException.within(failure))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE);
              assertThat(stop).hasMessage("the store is gone");
              assertThat(stop.getCause()).hasMessageContaining("cannot travel");
            });
  }

  /** Spark would end this JVM with a code of its own, the driver's in local mode. */
  @Test
  void aFatalErrorOfATaskIsAFailureOfTheBatch() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), range("a", 0, 0, 2));
    ClaimedStream stream = claimed(raw);

    Throwable failure =
        catchThrowable(
            () -> DeliveredBatch.aligned(raw, new OutOfMemory()).savePerPartition(stream.saver()));

    assertThat(failure)
        .isInstanceOf(SparkException.class)
        .rootCause()
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessage("on purpose");
    assertThat(stream.database().results()).isEmpty();
  }

  /** At-most-once is not among them: under it no task may be run again. */
  @ParameterizedTest
  @CsvSource({"TRANSACTIONAL_EXACTLY_ONCE, 1", "IDEMPOTENT_EXACTLY_ONCE, 1", "AT_LEAST_ONCE, 2"})
  void aTaskThatFailsAfterItsCommitsIsRunAgainAsItsGuaranteeAllows(
      DeliveryGuarantee guarantee, int times) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), range("a", 0, 0, 2), range("a", 1, 4, 6));
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), guarantee);
    Saver<FakeResult> saver = stream.saver();
    Saver<FakeResult> failingOnce =
        new Saver<>(
            saver.context(),
            saver.stores(),
            saver.topics(),
            saver.defences(),
            new FirstAttemptFailsAfterCommit());

    long records = DeliveredBatch.aligned(raw, new PlaceOf()).savePerPartition(failingOnce);

    assertThat(stream.database().results())
        .containsOnly("a-0@0", "a-0@1", "a-1@4", "a-1@5")
        .hasSize(4 * times);
    assertThat(stream.positions().values()).containsExactlyInAnyOrder(2L, 6L);
    assertThat(records).as("each record once, whichever attempt has saved it").isEqualTo(4);
  }

  @Test
  void aTaskThatIsRunAgainReportsItsReadingOnce() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), range("a", 0, 0, 2), range("a", 1, 4, 6));
    ClaimedStream stream = claimed(raw);

    long records =
        DeliveredBatch.aligned(raw, new FirstAttemptFailsAt(5))
            .shuffle(results -> results.repartition(3))
            .savePerBatch(stream.saver());

    assertThat(records).isEqualTo(4);
    assertThat(stream.database().results())
        .containsExactlyInAnyOrder("a-0@0", "a-0@1", "a-1@4", "a-1@5");
  }

  private static ClaimedStream claimed(RawBatch raw) {
    return ClaimedStream.before(raw.ranges(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
  }

  private record PlaceOf() implements RecordFunction<FakeResult> {
    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      results.accept(FakeResult.of(record));
    }
  }

  private record OutOfMemory() implements RecordFunction<FakeResult> {
    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      throw new OutOfMemoryError("on purpose");
    }
  }

  private record Stops() implements RecordFunction<FakeResult> {
    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      throw new StoppedException(StopReason.UNAVAILABLE, "the store is gone", new LiveCause());
    }
  }

  private static final class LiveCause extends RuntimeException {

    private final Object connection = new Object();

    @Override
    public String getMessage() {
      return "cannot travel because of " + connection.getClass();
    }
  }

  private record FirstAttemptFailsAt(long offset) implements RecordFunction<FakeResult> {
    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      if (record.offset() == offset && TaskContext.get().attemptNumber() == 0) {
        throw new IllegalStateException("first attempt");
      }
      results.accept(FakeResult.of(record));
    }
  }

  private record FirstAttemptFailsAfterCommit() implements FailurePoints {
    @Override
    public void reached(FailurePoint point, List<OffsetRange> ranges) {
      if (point == FailurePoint.AFTER_LAST_COMMIT && TaskContext.get().attemptNumber() == 0) {
        throw new IllegalStateException("first attempt");
      }
    }
  }
}
