package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.adapters.spark.driver.batch.BatchAction;
import io.offsetwise.adapters.spark.driver.batch.EarlierRecords;
import io.offsetwise.adapters.spark.driver.batch.KafkaEarlierRecords;
import io.offsetwise.application.save.Saver;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;

/**
 * The work of one session. Used in the driver's main thread.
 *
 * @param work of the stream
 * @param saver under the session's claim
 * @param contexts read from the session's positions
 * @param <R> the job's results
 */
public record SessionWork<R>(StreamWork<R> work, Saver<R> saver, StreamingContexts contexts) {

  /**
   * What is done with each batch.
   *
   * @param gate lets batches in
   * @param check of the ranges of each batch
   * @param observer is told of each batch that was saved
   */
  public ArrivingBatches batches(BatchGate gate, BatchCheck check, BatchObserver observer) {
    EarlierRecords log = new KafkaEarlierRecords(work.spark(), contexts.properties());
    return new ArrivingBatches(
        raw -> new BatchAction<>(raw, work.job(), log, work.scope(), saver),
        work.retry(),
        gate,
        check,
        observer);
  }
}
