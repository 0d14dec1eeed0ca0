package io.offsetwise.adapters.spark.driver.async;

import io.offsetwise.adapters.spark.driver.stream.BatchCheck;
import io.offsetwise.adapters.spark.driver.stream.SessionWork;
import io.offsetwise.adapters.spark.driver.stream.StreamWork;
import io.offsetwise.application.resume.StartedStream;
import io.offsetwise.application.session.BatchGate;
import io.offsetwise.application.session.BatchObserver;
import io.offsetwise.application.session.StreamEngine;
import io.offsetwise.application.session.StreamSession;
import java.util.Objects;

/**
 * Reads by Spark Streaming's direct stream, whose connector commits the offsets of saved batches to
 * a group of Kafka by {@code commitAsync}. A commit is sent when Spark generates a later batch:
 * whatever ends a session, the next one reads at least its last batch again. Used in the driver's
 * main thread.
 *
 * @param <R> the job's results
 */
public final class AsyncCommitEngine<R> implements StreamEngine {

  private final StreamWork<R> work;
  private final CommitGroup group;

  /**
   * An engine that does this work.
   *
   * @param work whose plan leaves offsets to the engine
   * @param group where the connector commits them
   */
  public AsyncCommitEngine(StreamWork<R> work, CommitGroup group) {
    this.work = Objects.requireNonNull(work, "work");
    this.group = Objects.requireNonNull(group, "group");
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
    CommittingAssignment assignment =
        new CommittingAssignment(session.contexts(), group.name(), group.claims().apply(stream));
    return session.start(
        () ->
            session
                .contexts()
                .create(
                    assignment,
                    raw ->
                        session.batches(
                                gate, BatchCheck.NONE, committing(new AsyncCommits(raw), observer))
                            ::arrived));
  }

  private static BatchObserver committing(AsyncCommits commits, BatchObserver observer) {
    return batch -> {
      commits.saved(batch);
      observer.saved(batch);
    };
  }
}
