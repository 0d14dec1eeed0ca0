package io.offsetwise.adapters.spark.driver.batch;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import scala.Tuple2;

class ShuffledBatchTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition B0 = new TopicPartition("b", 0);

  private static final long NEVER = 1_000;

  private static final OffsetRange[] RANGES = {range("b", 0, 5, 8), range("a", 0, 0, 3)};

  @ParameterizedTest
  @EnumSource
  void savesWhatWasReducedTogetherWithAllRanges(DeliveryGuarantee guarantee) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), guarantee);

    long records =
        DeliveredBatch.aligned(raw, new TopicOf())
            .shuffle(ShuffledBatchTest::countOfEachTopic)
            .savePerBatch(stream.saver());

    assertThat(records).isEqualTo(6);
    assertThat(stream.database().results()).containsExactlyInAnyOrder("a 3", "b 3");
    assertThat(stream.positions()).isEqualTo(Map.of(A0, 3L, B0, 8L));
  }

  @Test
  void savesNothingOfABatchThatHadBeenSavedBefore() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream =
        ClaimedStream.before(raw.ranges(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
    DeliveredBatch.aligned(raw, new TopicOf()).shuffle(all -> all).savePerBatch(stream.saver());

    long again =
        DeliveredBatch.aligned(raw, new TopicOf()).shuffle(all -> all).savePerBatch(stream.saver());

    assertThat(again).isEqualTo(6);
    assertThat(stream.database().results()).hasSize(6);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("waysToLeaveRecordsUnread")
  void refusesResultsThatDoNotStandForAllRecords(
      String way, long failingOffset, UnaryOperator<JavaRDD<FakeResult>> shuffle) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), DeliveryGuarantee.AT_LEAST_ONCE);
    ShuffledBatch<FakeResult> batch =
        DeliveredBatch.aligned(raw, new FailingAt(failingOffset)).shuffle(shuffle);

    Throwable failure = catchThrowable(() -> batch.savePerBatch(stream.saver()));

    assertThat(StoppedException.within(failure))
        .as(way)
        .hasValueSatisfying(stop -> assertThat(stop.reason()).isEqualTo(StopReason.RECORDS_UNREAD));
    assertThat(stream.database().results()).isEmpty();
    assertThat(stream.positions()).isEqualTo(Map.of(A0, 0L, B0, 5L));
  }

  static Stream<Arguments> waysToLeaveRecordsUnread() {
    UnaryOperator<JavaRDD<FakeResult>> swallowed =
        results -> results.mapPartitions(new SwallowErrors());
    UnaryOperator<JavaRDD<FakeResult>> firstOnly =
        results -> results.mapPartitions(new FirstOnly());
    UnaryOperator<JavaRDD<FakeResult>> untouched =
        results -> SPARK.context().parallelize(List.of(new FakeResult("made up")));
    UnaryOperator<JavaRDD<FakeResult>> oneOfTwoPassesCutShort =
        results -> {
          results.mapPartitions(new FirstOnly()).count();
          return results;
        };
    return Stream.of(
        Arguments.of("an error in the middle is swallowed", 6, swallowed),
        Arguments.of("an error on the last record is swallowed", 7, swallowed),
        Arguments.of("only the first result is taken", NEVER, firstOnly),
        Arguments.of("no partition is touched", NEVER, untouched),
        Arguments.of("one of two passes is cut short", NEVER, oneOfTwoPassesCutShort));
  }

  /** Under at-most-once neither: a batch that cannot be computed costs no record. */
  @ParameterizedTest
  @EnumSource
  void nothingIsSavedWhenResultsCannotBeComputed(DeliveryGuarantee guarantee) {
    ClaimedStream stream = saveWithFailingFunction(guarantee);

    assertThat(stream.positions()).isEqualTo(Map.of(A0, 0L, B0, 5L));
    assertThat(stream.database().results()).isEmpty();
  }

  private static ClaimedStream saveWithFailingFunction(DeliveryGuarantee guarantee) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), guarantee);
    ShuffledBatch<FakeResult> batch =
        DeliveredBatch.aligned(raw, new Failing()).shuffle(all -> all);

    Throwable failure = catchThrowable(() -> batch.savePerBatch(stream.saver()));

    assertThat(failure)
        .isInstanceOf(RuntimeException.class)
        .hasStackTraceContaining("cannot make results");
    return stream;
  }

  @ParameterizedTest
  @EnumSource
  void keepsARecordAtWhichTheFunctionThrowsBesideItsNeighbours(SaveScope scope) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream =
        ClaimedStream.before(raw.ranges(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
    AlignedBatch<FakeResult> batch = DeliveredBatch.aligned(raw, new FailingAt(6));

    long records = save(batch, scope, keepingLetters(stream.saver()));

    assertThat(records).isEqualTo(6);
    assertThat(stream.database().results())
        .containsExactlyInAnyOrder("a-0@0", "a-0@1", "a-0@2", "b-0@5", "letter b-0@6", "b-0@7");
    assertThat(stream.positions()).isEqualTo(Map.of(A0, 3L, B0, 8L));
  }

  /** The cause cannot travel, and Spark would drop the whole exception for it. */
  @ParameterizedTest
  @EnumSource
  void stopsAtARecordAtWhichTheFunctionThrows(SaveScope scope) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), DeliveryGuarantee.AT_MOST_ONCE);
    AlignedBatch<FakeResult> batch = DeliveredBatch.aligned(raw, new Failing());

    Throwable failure = catchThrowable(() -> save(batch, scope, stream.saver()));

    assertThat(StoppedException.within(failure))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(StopReason.POISON_RECORD);
              assertThat(stop).hasMessageMatching("record (a-0 offset 0|b-0 offset 5) cannot .*");
            });
    assertThat(stream.positions()).isEqualTo(Map.of(A0, 0L, B0, 5L));
  }

  @Test
  void stopsWithTheRangesWhenTheShuffleThrows() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), DeliveryGuarantee.AT_MOST_ONCE);
    ShuffledBatch<FakeResult> overflowing =
        DeliveredBatch.aligned(raw, new TopicOf())
            .shuffle(
                results ->
                    results
                        .mapToPair(result -> new Tuple2<>("all", Long.MAX_VALUE))
                        .reduceByKey(Math::addExact)
                        .map(sum -> new FakeResult(sum._2().toString())));

    Throwable failure = catchThrowable(() -> overflowing.savePerBatch(stream.saver()));

    assertThat(StoppedException.within(failure))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(StopReason.RESULTS_REFUSED);
              assertThat(stop)
                  .hasMessageStartingWith(
                      "results of a-0 [0, 3), b-0 [5, 8): the job's shuffle threw"
                          + " java.lang.ArithmeticException: long overflow: ");
            });
    assertThat(stream.positions()).isEqualTo(Map.of(A0, 0L, B0, 5L));
  }

  private static long save(
      AlignedBatch<FakeResult> batch, SaveScope scope, Saver<FakeResult> saver) {
    return switch (scope) {
      case PARTITION -> batch.savePerPartition(saver);
      case BATCH -> batch.shuffle(results -> results.repartition(3)).savePerBatch(saver);
    };
  }

  private static Saver<FakeResult> keepingLetters(Saver<FakeResult> saver) {
    return new Saver<>(
        saver.context(),
        saver.stores(),
        saver.topics(),
        saver.defences(),
        saver.failurePoints(),
        PoisonPolicy.DEAD_LETTER);
  }

  private static JavaRDD<FakeResult> countOfEachTopic(JavaRDD<FakeResult> topics) {
    return topics
        .mapToPair(topic -> new Tuple2<>(topic.key(), 1))
        .reduceByKey(Integer::sum)
        .map(counted -> new FakeResult(counted._1() + " " + counted._2()));
  }

  private record TopicOf() implements RecordFunction<FakeResult> {
    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      results.accept(new FakeResult(record.topic()));
    }
  }

  private record Failing() implements RecordFunction<FakeResult> {
    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      throw new LiveFailure();
    }
  }

  private static final class LiveFailure extends IllegalStateException {

    private final Object connection = new Object();

    @Override
    public String getMessage() {
      return "cannot make results with " + connection.getClass();
    }
  }

  private record FailingAt(long offset) implements RecordFunction<FakeResult> {
    @Override
    public void apply(SourceRecord record, Consumer<? super FakeResult> results) {
      if (record.offset() == offset) {
        throw new IllegalStateException("cannot make a result of offset " + offset);
      }
      results.accept(FakeResult.of(record));
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

  private record FirstOnly() implements FlatMapFunction<Iterator<FakeResult>, FakeResult> {
    @Override
    public Iterator<FakeResult> call(Iterator<FakeResult> results) {
      return results.hasNext()
          ? List.of(results.next()).iterator()
          : List.<FakeResult>of().iterator();
    }
  }
}
