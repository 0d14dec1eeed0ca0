package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.application.fake.FakeRangeReader;
import io.offsetwise.application.fake.FakeRecord;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.RangeReaders;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaSparkContext;

/** Stands for what the connector plans and Kafka delivers. */
public final class DeliveredBatch {

  /** Delivers exactly what is asked for. */
  public static final RangeReaders EXACT = new Delivering(0);

  private DeliveredBatch() {}

  /** A batch of which Kafka delivers exactly what the ranges say. */
  public static RawBatch of(JavaSparkContext spark, OffsetRange... ranges) {
    return new RawBatch(spark, new BatchRanges(List.of(ranges)), EXACT, ReadingPlaces.ANYWHERE);
  }

  /** A batch of which Kafka delivers the first record after each range as well. */
  static RawBatch overshooting(JavaSparkContext spark, OffsetRange... ranges) {
    return new RawBatch(
        spark, new BatchRanges(List.of(ranges)), new Delivering(1), ReadingPlaces.ANYWHERE);
  }

  /** The batch as a job gets it, before which the log delivers what is asked for. */
  public static <R> AlignedBatch<R> aligned(RawBatch raw, RecordFunction<R> function) {
    return new AlignedBatch<>(raw, EXACT, function);
  }

  public static OffsetRange range(String topic, int partition, long from, long until) {
    return new OffsetRange(new TopicPartition(topic, partition), from, until);
  }

  private record Delivering(int beyond) implements RangeReaders {

    @Override
    public RangeReader open(OffsetRange range) {
      TopicPartition partition = range.topicPartition();
      return new FakeRangeReader(
          range,
          LongStream.range(range.from(), range.until() + beyond)
              .mapToObj(offset -> FakeRecord.at(partition.topic(), partition.partition(), offset))
              .iterator());
    }

    @Override
    public void release() {}
  }
}
