package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.save.Saver;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.spark.api.java.JavaRDD;

/**
 * A batch whose results no longer lie where their records were read: a task's partition says
 * nothing about ranges any more. It can be saved on the driver alone, all ranges together.
 *
 * @param <R> the job's results
 */
public final class ShuffledBatch<R> {

  private final RawBatch raw;
  private final List<RawBatch> earlier;
  private final RecordFunction<R> function;
  private final UnaryOperator<JavaRDD<R>> shuffle;

  ShuffledBatch(
      RawBatch raw,
      List<RawBatch> earlier,
      RecordFunction<R> function,
      UnaryOperator<JavaRDD<R>> shuffle) {
    this.raw = raw;
    this.earlier = List.copyOf(earlier);
    this.function = function;
    this.shuffle = Objects.requireNonNull(shuffle, "shuffle");
  }

  /**
   * Computes the results, collects them to the driver and saves them with the offsets of the whole
   * batch: those of earlier batches, which a window reads too, were saved with their own. Results
   * are held in memory: the rate limit bounds them.
   *
   * @return number of the batch's records, also when an earlier attempt had saved them
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code RECORDS_UNREAD} when
   *     a range was not read to its end
   */
  public long savePerBatch(Saver<R> saver) {
    CollectedResults<R> results = new CollectedResults<>(raw, earlier, function, shuffle, saver);
    saver.save(raw.ranges(), results);
    return results.recordsRead();
  }
}
