package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.Commit;
import java.util.function.Function;

/**
 * Makes commits durable. Used on executors (scope partition) and on the driver (scope batch).
 *
 * @param <R> the job's results
 */
public interface CommitStore<R> extends AutoCloseable {

  /**
   * Runs {@code work} in one atomic commit: all it wrote is durable when this returns, nothing of
   * it when this throws or when the work returns {@link CommitDecision#ROLL_BACK}.
   *
   * @param commit what the work is going to write; a store that cannot hold all its steps in one
   *     transaction throws {@code IMPOSSIBLE}
   * @param work writes through the pair it is given, and decides; called again, with a new pair,
   *     when the store had to roll it back for the sake of another writer
   * @return what the work decided
   */
  CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work);

  @Override
  void close();
}
