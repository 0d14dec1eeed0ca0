package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.Commit;
import java.util.function.Function;

/**
 * Makes commits of results durable, whatever keeps the offsets. Used on driver and executors.
 *
 * @param <R> the job's results
 */
public interface ResultCommits<R> extends AutoCloseable {

  /**
   * Runs {@code work} in one atomic commit, as {@link CommitStore#commit} does.
   *
   * @param commit what the work is going to write: results, with a natural unique key or without
   * @param work writes results, and decides
   * @return what the work decided
   */
  CommitDecision commitResults(Commit commit, Function<ResultTransaction<R>, CommitDecision> work);

  /**
   * Takes results while ranges are read, in the form in which they are written fastest here. This
   * neither asks the store nor borrows a connection.
   *
   * @return without a result, to be closed by the caller; written by the writers of these commits
   */
  default HeldResults<R> hold() {
    return new SerializedResults<>();
  }

  @Override
  void close();
}
