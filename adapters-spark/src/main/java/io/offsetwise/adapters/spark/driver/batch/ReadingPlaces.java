package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.Partition;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.streaming.kafka010.HasOffsetRanges;
import scala.collection.JavaConverters;

/**
 * Where a partition would best be read: on the executor that has an open consumer for it. Used on
 * the driver.
 */
@FunctionalInterface
public interface ReadingPlaces {

  /** Anywhere. */
  ReadingPlaces ANYWHERE = partition -> List.of();

  /**
   * The places of a partition.
   *
   * @return in Spark's form; empty when one is as good as another
   */
  List<String> of(TopicPartition partition);

  /**
   * The connector's choice for a batch: a partition stays with one executor for as long as the
   * executors stay the same. It asks for them at each question, so that it is asked only where
   * there is more than one process.
   *
   * @param rdd the raw one
   */
  static ReadingPlaces plannedBy(JavaRDD<ConsumerRecord<byte[], byte[]>> rdd) {
    if (rdd.context().isLocal()) {
      return ANYWHERE;
    }
    List<Partition> planned = rdd.partitions();
    org.apache.spark.streaming.kafka010.OffsetRange[] ranges =
        ((HasOffsetRanges) rdd.rdd()).offsetRanges();
    Map<TopicPartition, Partition> byPartition =
        IntStream.range(0, ranges.length)
            .boxed()
            .collect(
                Collectors.toMap(
                    index -> new TopicPartition(ranges[index].topic(), ranges[index].partition()),
                    planned::get));
    Function<Partition, List<String>> places =
        partition -> JavaConverters.seqAsJavaList(rdd.rdd().preferredLocations(partition));
    return partition ->
        byPartition.containsKey(partition) ? places.apply(byPartition.get(partition)) : List.of();
  }
}
