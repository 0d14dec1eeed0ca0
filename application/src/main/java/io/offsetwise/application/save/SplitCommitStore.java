package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.guarantee.Commit;
import java.util.function.Function;

/**
 * Offsets in one place and results in another. Nothing can make two places commit together, so that
 * a joint commit is refused.
 */
final class SplitCommitStore<R> implements CommitStore<R> {

  private final OffsetCommits offsets;
  private final ResultCommits<R> results;

  SplitCommitStore(OffsetCommits offsets, ResultCommits<R> results) {
    this.offsets = offsets;
    this.results = results;
  }

  @Override
  public CommitDecision commitOffsets(Function<GuardedOffsets, CommitDecision> work) {
    return offsets.commitOffsets(work);
  }

  @Override
  public CommitDecision commitResults(
      Commit commit, Function<ResultTransaction<R>, CommitDecision> work) {
    return results.commitResults(commit, work);
  }

  @Override
  public CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work) {
    throw StopReason.IMPOSSIBLE.because(
        "commit %s needs one transaction, but offsets and results are kept in two places: keep"
            + " them in one database, or choose a guarantee that commits them separately",
        commit);
  }

  @Override
  public HeldResults<R> hold() {
    return results.hold();
  }

  @Override
  public void close() {
    try {
      offsets.close();
    } finally {
      results.close();
    }
  }
}
