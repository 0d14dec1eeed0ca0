package io.offsetwise.bootstrap.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.SessionEnd;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.OffsetRange;
import java.time.Duration;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A batch that takes longer than the interval. */
class SlowBatchIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration SELDOM = Duration.ofMinutes(10);

  /** In batches of 20 records. */
  private static final int RECORDS = 100;

  /** Thirty batches: enough to be seen if there were no bound. */
  private static final int MANY_RECORDS = 600;

  /** Others queue behind it, each no larger than the rate limit, and are saved in their order. */
  @ParameterizedTest
  @EnumSource
  void theBatchesBehindItAreOnlyLater(DeliveryGuarantee guarantee) throws Exception {
    String topic = "slow-" + guarantee;
    KAFKA.create(topic, 1);
    KAFKA.append(topic, 0, RECORDS);
    try (TestedStream stream = new TestedStream(KAFKA.connection(), guarantee, topic);
        BatchEvents events = BatchEvents.of(SPARK.context())) {
      PlaceJob slow = new PlaceJob(new WaitsForBatches(0, events.name(), 4));
      RunningLoop loop =
          RunningLoop.start(
              stream,
              stream.engine(SPARK.context(), slow, SaveScope.PARTITION),
              RunLimit.UNTIL_CAUGHT_UP,
              SELDOM);

      assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
      assertThat(stream.results())
          .containsExactlyInAnyOrderElementsOf(TestedStream.resultsOf(topic, 0, RECORDS));
      assertThat(loop.batches())
          .flatExtracting(batch -> batch.ranges().ranges())
          .extracting(OffsetRange::from)
          .containsExactly(0L, 20L, 40L, 60L, 80L);
    }
  }

  /** The driver's memory is no queue: what is not read yet stays in the log. */
  @Test
  void noMoreThanTenBatchesWait() throws Exception {
    String topic = "slow-for-long";
    KAFKA.create(topic, 1);
    KAFKA.append(topic, 0, MANY_RECORDS);
    try (TestedStream stream =
            new TestedStream(
                KAFKA.connection(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, topic);
        BatchEvents events = BatchEvents.of(SPARK.context())) {
      PlaceJob slow = new PlaceJob(new WaitsForIntervals(0, events.name(), 10));
      RunningLoop loop =
          RunningLoop.start(
              stream,
              stream.engine(SPARK.context(), slow, SaveScope.PARTITION),
              RunLimit.UNTIL_CAUGHT_UP,
              SELDOM);

      assertThat(loop.end()).isEqualTo(SessionEnd.CAUGHT_UP);
      assertThat(stream.results())
          .containsExactlyInAnyOrderElementsOf(TestedStream.resultsOf(topic, 0, MANY_RECORDS));
    }
  }

  /** At one record, takes so many intervals longer than it takes to fill the queue. */
  private record WaitsForIntervals(long offset, BatchEvents.Name events, int intervals)
      implements RecordFunction<FakeResult> {

    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      if (record.offset() == offset) {
        events.get().awaitSubmitted(10, BOUND);
        long end = System.nanoTime() + TestedStream.INTERVAL.multipliedBy(intervals).toNanos();
        Awaitility.await().atMost(BOUND).until(() -> System.nanoTime() >= end);
        assertThat(events.get().waiting()).isEqualTo(10);
      }
      results.accept(FakeResult.of(record));
    }
  }

  /** At one record, takes until so many batches were submitted. */
  private record WaitsForBatches(long offset, BatchEvents.Name events, int submitted)
      implements RecordFunction<FakeResult> {

    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      if (record.offset() == offset) {
        events.get().awaitSubmitted(submitted, BOUND);
      }
      results.accept(FakeResult.of(record));
    }
  }
}
