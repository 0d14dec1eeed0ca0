package io.offsetwise.adapters.spark.driver.batch;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.fake.FakeTime;
import io.offsetwise.application.save.BatchRetry;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.OffsetRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch whose save fails in a way that may pass, on Spark. */
@Timeout(60)
class BatchActionTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  /** What tasks meet; they run in this JVM. */
  private static final AtomicInteger FAILURES = new AtomicInteger();

  private static volatile CountDownLatch waiting;
  private static volatile CountDownLatch goOn;
  private static volatile CountDownLatch wokenUp;

  private final List<String> warnings = new ArrayList<>();

  @BeforeEach
  void failOnce() {
    FAILURES.set(1);
    waiting = new CountDownLatch(1);
    goOn = new CountDownLatch(1);
    wokenUp = new CountDownLatch(1);
  }

  @ParameterizedTest
  @EnumSource
  void theWholeBatchIsSavedAgainAndItsRecordsCountOnce(SaveScope scope) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), range("a", 0, 0, 2), range("a", 1, 4, 6));
    ClaimedStream stream =
        ClaimedStream.before(raw.ranges(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);

    long records = save(raw, stream, scope, new FailsAfterCommit());

    assertThat(records).isEqualTo(4);
    assertThat(warnings).singleElement().asString().contains("attempt 1 of 3", "connection lost");
    assertThat(stream.database().results())
        .containsExactlyInAnyOrder("a-0@0", "a-0@1", "a-1@4", "a-1@5");
    assertThat(stream.database().openStores()).isZero();
  }

  /** A task of the failed job goes on after the batch was saved again. */
  @ParameterizedTest
  @CsvSource({
    "AT_MOST_ONCE, 1",
    "AT_LEAST_ONCE, 2",
    "IDEMPOTENT_EXACTLY_ONCE, 1",
    "TRANSACTIONAL_EXACTLY_ONCE, 1"
  })
  void aTaskThatIsLeftOverFromTheFailedAttemptIsOnlyACopy(
      DeliveryGuarantee guarantee, int timesAtMost) throws Exception {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), range("a", 0, 0, 2), range("a", 1, 4, 6));
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), guarantee);

    long records = save(raw, stream, SaveScope.PARTITION, new LeavesATaskBehind());
    List<String> afterTheRetry = stream.database().results();
    goOn.countDown();
    wokenUp.await();
    await().until(() -> stream.database().openStores() == 0);

    assertThat(records).isEqualTo(4);
    assertThat(afterTheRetry).containsExactlyInAnyOrder("a-0@0", "a-0@1", "a-1@4", "a-1@5");
    assertThat(stream.database().results())
        .containsAll(afterTheRetry)
        .hasSizeLessThanOrEqualTo(2 + 2 * timesAtMost);
    assertThat(stream.positions().values()).containsExactlyInAnyOrder(2L, 6L);
  }

  private long save(
      RawBatch raw, ClaimedStream stream, SaveScope scope, FailurePoints failurePoints) {
    Saver<FakeResult> saver = stream.saver();
    Saver<FakeResult> failing =
        new Saver<>(
            saver.context(), saver.stores(), saver.topics(), saver.defences(), failurePoints);
    RecordFunction<FakeResult> function =
        (record, results) -> results.accept(FakeResult.of(record));
    BatchRetry retry =
        new BatchRetry(new RetryBound(3, Duration.ofMinutes(1)), new FakeTime(), warnings::add);
    return retry.untilSaved(
        new BatchAction<>(raw, () -> function, DeliveredBatch.EXACT, scope, failing));
  }

  private static void loseConnection() {
    if (FAILURES.getAndDecrement() > 0) {
      throw StopReason.TRANSIENT.because("connection lost");
    }
  }

  private record FailsAfterCommit() implements FailurePoints {
    @Override
    public void reached(FailurePoint point, List<OffsetRange> ranges) {
      if (point == FailurePoint.AFTER_LAST_COMMIT) {
        loseConnection();
      }
    }
  }

  /** The first task that saves the first range waits; the other one fails meanwhile. */
  private record LeavesATaskBehind() implements FailurePoints {

    @Override
    public void reached(FailurePoint point, List<OffsetRange> ranges) {
      if (point != FailurePoint.BEFORE_FIRST_COMMIT) {
        return;
      }
      if (ranges.get(0).topicPartition().partition() == 1) {
        await(waiting);
        loseConnection();
      } else if (waiting.getCount() > 0) {
        waiting.countDown();
        await(goOn);
        wokenUp.countDown();
      }
    }

    private static void await(CountDownLatch latch) {
      try {
        latch.await();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }
  }
}
