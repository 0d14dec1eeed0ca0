package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.AlignedTask;
import io.offsetwise.adapters.spark.executor.RangeTask;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.Arrays;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;

/**
 * The raw RDD of the connector with its ranges; partition {@code i} reads range {@code i}.
 *
 * @param rdd the RDD as the direct stream made it
 * @param ranges its ranges, in the connector's order
 */
public record RawBatch(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd, BatchRanges ranges) {

  public RawBatch {
    Objects.requireNonNull(rdd, "rdd");
    if (rdd.getNumPartitions() != ranges.ranges().size()) {
      throw new IllegalArgumentException(
          Text.of(
              "an RDD with %s partitions is not the raw RDD of %s ranges",
              rdd.getNumPartitions(), ranges.ranges().size()));
    }
  }

  /** Takes the ranges from the RDD, which must be the raw one: a mapped RDD has lost them. */
  public static RawBatch of(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd) {
    HasOffsetRanges raw = (HasOffsetRanges) rdd.rdd();
    return new RawBatch(
        rdd, new BatchRanges(Arrays.stream(raw.offsetRanges()).map(RawBatch::range).toList()));
  }

  /** Runs {@code task} on each range, one range in each partition. */
  <T> JavaRDD<T> mapRanges(RangeTask<T> task) {
    Broadcast<BatchRanges> once =
        JavaSparkContext.fromSparkContext(rdd.context()).broadcast(ranges);
    return rdd.mapPartitionsWithIndex(new AlignedTask<>(once, task), false);
  }

  private static OffsetRange range(org.apache.spark.streaming.kafka010.OffsetRange range) {
    return new OffsetRange(
        new TopicPartition(range.topic(), range.partition()),
        range.fromOffset(),
        range.untilOffset());
  }

  /** Ranges as the connector takes them, in their order. */
  public static org.apache.spark.streaming.kafka010.OffsetRange[] rangesOfConnector(
      BatchRanges ranges) {
    return ranges.ranges().stream()
        .map(RawBatch::rangeOfConnector)
        .toArray(org.apache.spark.streaming.kafka010.OffsetRange[]::new);
  }

  private static org.apache.spark.streaming.kafka010.OffsetRange rangeOfConnector(
      OffsetRange range) {
    return org.apache.spark.streaming.kafka010.OffsetRange.create(
        range.topicPartition().topic(),
        range.topicPartition().partition(),
        range.from(),
        range.until());
  }
}
