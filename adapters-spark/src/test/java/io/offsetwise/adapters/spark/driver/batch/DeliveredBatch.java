package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;

/** Stands for the raw RDD: partition i delivers the records of range i. */
public final class DeliveredBatch {

  private DeliveredBatch() {}

  /** A batch of which the connector delivers exactly what the ranges say. */
  public static RawBatch of(JavaSparkContext spark, OffsetRange... ranges) {
    return delivering(spark, List.of(ranges), List.of(ranges));
  }

  /** A batch of which the connector says {@code ranges} and delivers {@code delivered}. */
  static RawBatch delivering(
      JavaSparkContext spark, List<OffsetRange> ranges, List<OffsetRange> delivered) {
    List<Integer> indexes = IntStream.range(0, delivered.size()).boxed().toList();
    return new RawBatch(
        spark
            .parallelize(indexes, indexes.size())
            .mapPartitionsWithIndex(new Deliver(List.copyOf(delivered)), false),
        new BatchRanges(ranges));
  }

  /** The batch as a job gets it, before which the log delivers what is asked for. */
  public static <R> AlignedBatch<R> aligned(RawBatch raw, RecordFunction<R> function) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(raw.rdd().context());
    EarlierRecords log = ranges -> delivering(spark, ranges.ranges(), ranges.ranges());
    return new AlignedBatch<>(raw, log, function);
  }

  public static OffsetRange range(String topic, int partition, long from, long until) {
    return new OffsetRange(new TopicPartition(topic, partition), from, until);
  }

  private record Deliver(List<OffsetRange> ranges)
      implements Function2<Integer, Iterator<Integer>, Iterator<ConsumerRecord<byte[], byte[]>>> {

    @Override
    public Iterator<ConsumerRecord<byte[], byte[]>> call(
        Integer partition, Iterator<Integer> indexes) {
      OffsetRange range = ranges.get(partition);
      return LongStream.range(range.from(), range.until())
          .mapToObj(offset -> record(range.topicPartition(), offset))
          .iterator();
    }

    private static ConsumerRecord<byte[], byte[]> record(TopicPartition partition, long offset) {
      return new ConsumerRecord<>(partition.topic(), partition.partition(), offset, null, null);
    }
  }
}
