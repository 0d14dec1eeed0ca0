package io.offsetwise.adapters.spark.driver.batch;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.Function2;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WindowedBatchTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  private static final TopicPartition A0 = new TopicPartition("a", 0);
  private static final TopicPartition A1 = new TopicPartition("a", 1);
  private static final OffsetRange[] NEWEST = {range("a", 0, 5, 7), range("a", 1, 3, 4)};
  private static final BatchRanges EARLIER =
      new BatchRanges(List.of(range("a", 0, 2, 5), range("a", 1, 3, 3)));

  /** The earlier records are in the result; only the newest ranges are saved and counted. */
  @ParameterizedTest
  @EnumSource
  void savesTheWindowWithTheNewestRangesAlone(DeliveryGuarantee guarantee) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), NEWEST);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), guarantee);

    long records =
        DeliveredBatch.aligned(raw, place())
            .after(EARLIER)
            .shuffle(places -> places.repartition(1))
            .savePerBatch(stream.saver());

    assertThat(records).isEqualTo(3);
    assertThat(stream.database().results())
        .containsExactlyInAnyOrder("a-0@2", "a-0@3", "a-0@4", "a-0@5", "a-0@6", "a-1@3");
    assertThat(stream.positions()).isEqualTo(Map.of(A0, 7L, A1, 4L));
  }

  /** Else a window could be short, and nobody would know. */
  @Test
  void refusesAWindowWhoseEarlierRecordsWereNotRead() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), NEWEST);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), DeliveryGuarantee.AT_LEAST_ONCE);
    ShuffledBatch<FakeResult> window =
        DeliveredBatch.aligned(raw, place())
            .after(EARLIER)
            .shuffle(all -> all.mapPartitionsWithIndex(new FirstPartitions(NEWEST.length), true));

    Throwable failure = catchThrowable(() -> window.savePerBatch(stream.saver()));

    assertThat(StoppedException.within(failure))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(StopReason.RECORDS_UNREAD);
              assertThat(stop).hasMessageContaining("a-0 [2, 5)");
            });
    assertThat(stream.database().results()).isEmpty();
    assertThat(stream.positions()).isEqualTo(Map.of(A0, 5L, A1, 3L));
  }

  private static RecordFunction<FakeResult> place() {
    return (record, results) -> results.accept(FakeResult.of(record));
  }

  /** Reads the first partitions alone: those of the newest batch. */
  private record FirstPartitions(int number)
      implements Function2<Integer, Iterator<FakeResult>, Iterator<FakeResult>> {

    @Override
    public Iterator<FakeResult> call(Integer partition, Iterator<FakeResult> results) {
      return partition < number ? results : Collections.emptyIterator();
    }
  }
}
