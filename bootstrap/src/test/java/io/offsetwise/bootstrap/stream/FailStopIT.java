package io.offsetwise.bootstrap.stream;

import static io.offsetwise.bootstrap.stream.TestedStream.resultsOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.adapters.spark.driver.batch.AlignedBatch;
import io.offsetwise.adapters.spark.driver.batch.ShuffledBatch;
import io.offsetwise.adapters.spark.driver.batch.StreamJob;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StreamSession;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailStopIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();
  @RegisterExtension static final LocalSpark SPARK = new LocalSpark();

  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final Duration SELDOM = Duration.ofMinutes(10);

  /** At-least-once writes results before any guard: nothing but the gate keeps later ones out. */
  @ParameterizedTest
  @EnumSource
  void batchesThatWaitBehindAFailedOneStoreNothing(SaveScope scope) throws Exception {
    String topic = "failing-" + scope;
    KAFKA.create(topic, 1);
    KAFKA.append(topic, 0, 200);
    BatchGate gate = new BatchGate();
    List<Object> saved = new CopyOnWriteArrayList<>();
    try (TestedStream stream =
            new TestedStream(KAFKA.connection(), DeliveryGuarantee.AT_LEAST_ONCE, topic);
        BatchEvents events = BatchEvents.of(SPARK.context());
        StreamSession session =
            stream
                .engine(SPARK.context(), new PlaceJob(new FailsAt(50, events.name(), 6)), scope)
                .open(stream.start().start(), gate, saved::add)) {

      events.awaitCompleted(6, BOUND);

      assertThat(stream.results()).containsExactlyInAnyOrderElementsOf(resultsOf(topic, 0, 40));
      assertThat(saved).hasSize(2);
      assertThat(gate.failure())
          .hasValueSatisfying(
              failure -> assertThat(failure).hasStackTraceContaining("record 50 is refused"));
      assertThatThrownBy(session::requireAlive).hasStackTraceContaining("record 50 is refused");
    }
  }

  @Test
  void anErrorThatTheJobSwallowsStopsTheStream() throws Exception {
    KAFKA.create("swallowing", 2);
    KAFKA.append("swallowing", 0, 10);
    KAFKA.append("swallowing", 1, 10);
    try (TestedStream stream =
        new TestedStream(
            KAFKA.connection(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, "swallowing")) {
      RunningLoop loop =
          RunningLoop.start(
              stream,
              stream.engine(SPARK.context(), new SwallowingJob(5), SaveScope.BATCH),
              RunLimit.UNTIL_CAUGHT_UP,
              SELDOM);

      Throwable failure = catchThrowable(loop::end);

      assertThat(StoppedException.within(failure))
          .hasValueSatisfying(
              stop -> assertThat(stop.reason()).isEqualTo(StopReason.RECORDS_UNREAD));
      assertThat(stream.results()).isEmpty();
    }
  }

  /**
   * With more records than before, the connector would go on in the new topic and skip its first
   * ones; with fewer, it fails outside any batch.
   */
  @ParameterizedTest
  @ValueSource(ints = {90, 10})
  void aTopicThatIsCreatedAgainWhileTheStreamRunsStopsIt(int newRecords) throws Exception {
    String topic = "recreated-" + newRecords;
    KAFKA.create(topic, 1);
    KAFKA.append(topic, 0, 60);
    try (TestedStream stream =
        new TestedStream(KAFKA.connection(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE, topic)) {
      RunningLoop loop =
          RunningLoop.start(
              stream,
              stream.engine(SPARK.context(), PlaceJob.faultless(), SaveScope.PARTITION),
              RunLimit.UNTIL_STOPPED,
              SELDOM);
      Awaitility.await().atMost(BOUND).until(() -> loop.progress().records() == 60);

      KAFKA.recreate(topic, 1);
      KAFKA.append(topic, 0, newRecords);
      Throwable failure = catchThrowable(loop::end);

      assertThat(StoppedException.within(failure))
          .hasValueSatisfying(
              stop ->
                  assertThat(stop.reason())
                      .isIn(StopReason.TOPIC_RECREATED, StopReason.UNAVAILABLE));
      assertThat(stream.results()).containsExactlyInAnyOrderElementsOf(resultsOf(topic, 0, 60));
      assertThatThrownBy(() -> stream.start().start())
          .isInstanceOfSatisfying(
              StoppedException.class,
              stop -> assertThat(stop.reason()).isEqualTo(StopReason.START_REFUSED));
    }
  }

  /** Fails at a record, but not before enough batches wait behind it. */
  private record FailsAt(long offset, BatchEvents.Name events, int submitted)
      implements RecordFunction<FakeResult> {

    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      if (record.offset() == offset) {
        events.get().awaitSubmitted(submitted, BOUND);
        throw new IllegalStateException("record " + offset + " is refused");
      }
      results.accept(FakeResult.of(record));
    }
  }

  private record SwallowingJob(long offset) implements StreamJob<FakeResult> {

    @Override
    public RecordFunction<FakeResult> function() {
      long failing = offset;
      return (record, results) -> {
        if (record.offset() == failing) {
          throw new IllegalStateException("record " + failing + " is refused");
        }
        results.accept(FakeResult.of(record));
      };
    }

    @Override
    public ShuffledBatch<FakeResult> shuffle(AlignedBatch<FakeResult> batch) {
      return batch.shuffle(results -> results.mapPartitions(new SwallowErrors()));
    }
  }

  private record SwallowErrors() implements FlatMapFunction<Iterator<FakeResult>, FakeResult> {
    @Override
    public Iterator<FakeResult> call(Iterator<FakeResult> results) {
      Stream.Builder<FakeResult> some = Stream.builder();
      try {
        results.forEachRemaining(some::add);
      } catch (StoppedException swallowed) {
        some.add(new FakeResult("instead"));
      }
      return some.build().iterator();
    }
  }
}
