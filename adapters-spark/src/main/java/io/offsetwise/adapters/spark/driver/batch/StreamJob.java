package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.application.save.RecordFunction;

/**
 * What a user writes: a function of one record and, for scope batch, what happens to all results of
 * a batch. Used on the driver; the function travels.
 *
 * @param <R> the job's results
 */
public interface StreamJob<R> {

  /** The function of one record, for both scopes. */
  RecordFunction<R> function();

  /**
   * Shuffles the results of a batch, for scope batch alone; called once for each batch. By default
   * they stay as they are.
   */
  default ShuffledBatch<R> shuffle(AlignedBatch<R> batch) {
    return batch.shuffle(results -> results);
  }
}
