package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.SaveRange;
import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.source.RangeReaders;
import io.offsetwise.domain.offset.BatchRanges;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;

/**
 * A batch whose results are still 1:1 with Kafka's partitions. Used on the driver.
 *
 * @param <R> the job's results
 */
public final class AlignedBatch<R> {

  private final RawBatch raw;
  private final RangeReaders earlierReaders;
  private final RecordFunction<R> function;

  AlignedBatch(RawBatch raw, RangeReaders earlierReaders, RecordFunction<R> function) {
    this.raw = raw;
    this.earlierReaders = earlierReaders;
    this.function = Objects.requireNonNull(function, "function");
  }

  /** What the batch holds of each partition, in the connector's order. */
  public BatchRanges ranges() {
    return raw.ranges();
  }

  /**
   * Saves each range on the executor that reads it; there is no atomicity across partitions.
   *
   * @return number of the batch's records, also of those that an earlier attempt had saved
   */
  public long savePerPartition(Saver<R> saver) {
    return raw.mapRanges(new SaveRange<>(function, saver)).collect().stream()
        .mapToLong(Long::longValue)
        .sum();
  }

  /**
   * Gives up the tie between results and Kafka's partitions, for {@code reduceByKey} and the like.
   *
   * @param shuffle called on the driver each time that the batch is saved; makes any RDD of the
   *     results. Each partition that is touched must be read to its end, by every Spark job that
   *     touches it
   */
  public ShuffledBatch<R> shuffle(UnaryOperator<JavaRDD<R>> shuffle) {
    return new ShuffledBatch<>(raw, List.of(), function, shuffle);
  }

  /**
   * Reads records before the batch together with it. They are read from the log again, which must
   * still hold them.
   *
   * @param earlier their ranges, none of which belongs to the batch
   */
  public WindowedBatch<R> after(BatchRanges earlier) {
    RawBatch before = new RawBatch(raw.spark(), earlier, earlierReaders, raw.places());
    return new WindowedBatch<>(raw, before, function);
  }
}
