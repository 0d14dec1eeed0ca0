package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.application.save.RecordFunction;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;

/**
 * A batch together with records before it. A task reads one range of one of them, so that partition
 * numbers say nothing about the batch's own ranges: it cannot be saved where it is read. Used on
 * the driver.
 *
 * @param <R> the job's results
 */
public final class WindowedBatch<R> {

  private final RawBatch newest;
  private final RawBatch earlier;
  private final RecordFunction<R> function;

  WindowedBatch(RawBatch newest, RawBatch earlier, RecordFunction<R> function) {
    this.newest = Objects.requireNonNull(newest, "newest");
    this.earlier = Objects.requireNonNull(earlier, "earlier");
    this.function = Objects.requireNonNull(function, "function");
  }

  /**
   * Makes the window's results, which are saved with the offsets of the newest batch alone.
   *
   * @param shuffle as in {@link AlignedBatch#shuffle}; is given the results of all records of the
   *     window
   */
  public ShuffledBatch<R> shuffle(UnaryOperator<JavaRDD<R>> shuffle) {
    return new ShuffledBatch<>(newest, List.of(earlier), function, shuffle);
  }
}
