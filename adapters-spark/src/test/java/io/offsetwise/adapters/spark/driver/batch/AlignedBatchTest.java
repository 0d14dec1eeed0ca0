package io.offsetwise.adapters.spark.driver.batch;

import static io.offsetwise.adapters.spark.driver.batch.DeliveredBatch.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.offsetwise.adapters.spark.driver.ClaimedStream;
import io.offsetwise.adapters.spark.driver.LocalSpark;
import io.offsetwise.adapters.spark.executor.ReadRange;
import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.StandardDefences;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AlignedBatchTest {

  @RegisterExtension static final LocalSpark SPARK = LocalSpark.withoutRetries();

  /** Not sorted, because the connector's order is not. */
  private static final OffsetRange[] RANGES = {
    range("b", 1, 5, 7), range("a", 0, 0, 3), range("b", 0, 9, 9)
  };

  @ParameterizedTest
  @EnumSource
  void savesEachRangeWhereItIsRead(DeliveryGuarantee guarantee) {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream = ClaimedStream.before(raw.ranges(), guarantee);

    long records = batch(raw).savePerPartition(stream.saver());

    assertThat(records).isEqualTo(5);
    assertThat(stream.database().results())
        .containsExactlyInAnyOrder("b-1@5", "b-1@6", "a-0@0", "a-0@1", "a-0@2");
    assertThat(stream.positions())
        .isEqualTo(
            Map.of(
                new TopicPartition("b", 1), 7L,
                new TopicPartition("a", 0), 3L,
                new TopicPartition("b", 0), 9L));
    assertThat(stream.database().openStores()).isZero();
  }

  @Test
  void countsWhatAnEarlierAttemptHasSavedAsWell() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);
    ClaimedStream stream =
        ClaimedStream.before(raw.ranges(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);
    batch(raw).savePerPartition(stream.saver());

    long again = batch(raw).savePerPartition(stream.saver());

    assertThat(again).isEqualTo(5);
    assertThat(stream.database().results()).hasSize(5);
  }

  @Test
  void aRecordOfAnotherRangeStopsTheStreamWithItsReason() {
    RawBatch raw = DeliveredBatch.overshooting(SPARK.context(), range("a", 0, 0, 3));
    ClaimedStream stream =
        ClaimedStream.before(raw.ranges(), DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE);

    Throwable failure = catchThrowable(() -> batch(raw).savePerPartition(stream.saver()));

    assertThat(StoppedException.within(failure))
        .hasValueSatisfying(
            stop -> {
              assertThat(stop.reason()).isEqualTo(StopReason.RECORD_OUT_OF_RANGE);
              assertThat(stop).hasMessageContaining("a-0 offset 3");
            });
    assertThat(stream.database().results()).isEmpty();
  }

  @Test
  void eachRangeThatHoldsAnOffsetIsAPartitionOfItsOwn() {
    RawBatch raw = DeliveredBatch.of(SPARK.context(), RANGES);

    List<List<String>> places =
        raw.mapRanges(
                new ReadRange<String>(
                    (record, results) -> results.accept(record.topic() + "@" + record.offset()),
                    new StandardDefences(),
                    PoisonPolicy.FAIL,
                    SPARK.context().sc().collectionAccumulator()))
            .glom()
            .collect();

    assertThat(places).containsExactly(List.of("a@0", "a@1", "a@2"), List.of("b@5", "b@6"));
  }

  @Test
  void theRangesOfAMappedRddAreNotTaken() {
    JavaRDD<ConsumerRecord<byte[], byte[]>> mapped = SPARK.context().emptyRDD();

    assertThatThrownBy(() -> RawBatch.rangesOf(mapped)).isInstanceOf(ClassCastException.class);
  }

  /** The connector refuses it itself only when nothing has come elsewhere meanwhile. */
  @Test
  void aLogThatHasBecomeShorterStopsTheStreamThoughAnotherHasGrown() {
    assertThatThrownBy(
            () ->
                RawBatch.rangesOf(
                    org.apache.spark.streaming.kafka010.OffsetRange.create("grown", 0, 10, 99),
                    org.apache.spark.streaming.kafka010.OffsetRange.create("cut", 1, 7, 4)))
        .isInstanceOfSatisfying(
            StoppedException.class,
            stop -> assertThat(stop.reason()).isEqualTo(StopReason.RECORDS_GONE))
        .hasMessageContaining("has read cut-1 up to 7 but the log ends at 4");
  }

  private static AlignedBatch<FakeResult> batch(RawBatch raw) {
    return DeliveredBatch.aligned(raw, (record, results) -> results.accept(FakeResult.of(record)));
  }
}
