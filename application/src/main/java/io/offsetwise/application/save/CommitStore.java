package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.function.Function;

/**
 * Makes commits durable where one place keeps offsets and results. Used on executors (scope
 * partition) and on the driver (scope batch).
 *
 * @param <R> the job's results
 */
public interface CommitStore<R> extends OffsetCommits, ResultCommits<R> {

  /** The commit of offsets alone. */
  Commit OFFSETS = Commit.of(SaveStep.OFFSETS);

  /**
   * Runs {@code work} in one atomic commit: all it wrote is durable when this returns, nothing of
   * it when this throws or when the work returns {@link CommitDecision#ROLL_BACK}.
   *
   * @param commit what the work is going to write
   * @param work writes through the pair it is given, and decides; called again, with a new pair,
   *     when the store had to roll it back for the sake of another writer
   * @return what the work decided
   */
  CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work);

  @Override
  default CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work) {
    return commit(OFFSETS, transaction -> work.apply(transaction.offsets()));
  }

  @Override
  default CommitDecision commitResults(
      Commit commit, Function<ResultTransaction<R>, CommitDecision> work) {
    return commit(commit, work::apply);
  }

  @Override
  void close();
}
