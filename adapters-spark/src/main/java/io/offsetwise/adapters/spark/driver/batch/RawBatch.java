package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.AlignedTask;
import io.offsetwise.adapters.spark.executor.RangeTask;
import io.offsetwise.application.source.RangeReaders;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;

/**
 * The ranges of a batch, before anything was read. The connector plans them, and reads none: its
 * iterator fails at the markers of transactions and at what compaction has left.
 *
 * @param spark where they are read
 * @param ranges in the connector's order
 * @param readers read them
 * @param places where each is best read
 */
public record RawBatch(
    JavaSparkContext spark, BatchRanges ranges, RangeReaders readers, ReadingPlaces places) {

  public RawBatch {
    Objects.requireNonNull(spark, "spark");
    Objects.requireNonNull(ranges, "ranges");
    Objects.requireNonNull(readers, "readers");
    Objects.requireNonNull(places, "places");
  }

  /**
   * The ranges of an RDD, which must be the raw one: a mapped RDD has lost them.
   *
   * @throws StoppedException with reason {@code RECORDS_GONE} when the connector has gone back in a
   *     partition. It finds that itself only when all partitions together are as many records
   *     shorter ("numRecords must not be negative"); one that has lost fewer than another has got
   *     it lets pass.
   */
  public static BatchRanges rangesOf(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd) {
    HasOffsetRanges raw = (HasOffsetRanges) rdd.rdd();
    return rangesOf(raw.offsetRanges());
  }

  static BatchRanges rangesOf(org.apache.spark.streaming.kafka010.OffsetRange... planned) {
    return new BatchRanges(Arrays.stream(planned).map(RawBatch::range).toList());
  }

  /** Runs {@code task} on each range that holds an offset, one range in each partition. */
  <T> JavaRDD<T> mapRanges(RangeTask<T> task) {
    List<OffsetRange> read = ranges.inLockOrder();
    return read.isEmpty()
        ? spark.emptyRDD()
        : new RangesRdd(spark.sc(), read, places)
            .toJavaRDD()
            .setName("ranges")
            .mapPartitions(new AlignedTask<>(readers, task));
  }

  private static OffsetRange range(org.apache.spark.streaming.kafka010.OffsetRange range) {
    if (range.untilOffset() < range.fromOffset()) {
      throw StopReason.RECORDS_GONE.because(
          "the stream has read %s-%s up to %s but the log ends at %s: it was probably cut when a"
              + " replica that lagged became leader, or the topic was created again; start again:"
              + " the start says how many records are lost, and which start.accept goes on behind"
              + " them",
          range.topic(), range.partition(), range.fromOffset(), range.untilOffset());
    }
    return new OffsetRange(
        new TopicPartition(range.topic(), range.partition()),
        range.fromOffset(),
        range.untilOffset());
  }

  /** Ranges as the connector takes them, in their order. */
  public static org.apache.spark.streaming.kafka010.OffsetRange[] rangesOfConnector(
      BatchRanges ranges) {
    return ranges.ranges().stream()
        .map(
            range ->
                org.apache.spark.streaming.kafka010.OffsetRange.create(
                    range.topicPartition().topic(),
                    range.topicPartition().partition(),
                    range.from(),
                    range.until()))
        .toArray(org.apache.spark.streaming.kafka010.OffsetRange[]::new);
  }
}
