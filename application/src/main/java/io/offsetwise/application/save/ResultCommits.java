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

  @Override
  void close();
}
