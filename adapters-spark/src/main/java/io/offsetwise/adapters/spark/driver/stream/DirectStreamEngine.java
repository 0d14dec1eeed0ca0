package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;
import java.util.Objects;

/**
 * Reads by Spark Streaming's direct stream: sessions one after another on one Spark context. Used
 * in the driver's main thread.
 *
 * @param <R> the job's results
 */
public final class DirectStreamEngine<R> implements StreamEngine {

  private final StreamWork<R> work;

  /** An engine that does this work. */
  public DirectStreamEngine(StreamWork<R> work) {
    this.work = Objects.requireNonNull(work, "work");
  }

  /**
   * {@inheritDoc}
   *
   * <p>Ask the broker for its partitions first, with a bound: Spark waits for ever for a broker
   * that is not there.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE} when the
   *     job cannot travel to executors or a property of Kafka breaks the guarantee
   */
  @Override
  public StreamSession open(StartedStream stream, BatchGate gate, BatchObserver observer) {
    SessionWork<R> session = work.of(stream);
    ArrivingBatches batches = session.batches(gate, BatchCheck.NONE, observer);
    return session.start(
        () -> session.contexts().create((rdd, batchTime) -> batches.arrived(rdd, batchTime)));
  }
}
