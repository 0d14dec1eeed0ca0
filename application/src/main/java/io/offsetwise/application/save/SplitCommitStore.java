package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.guarantee.SaveStep;
import java.util.function.Function;

/**
 * Sends each commit to the place that keeps what it writes. Nothing can make two places commit
 * together, so that a joint commit is refused.
 */
final class SplitCommitStore<R> implements CommitStore<R> {

  private final CommitStore<R> offsets;
  private final CommitStore<R> results;

  SplitCommitStore(CommitStore<R> offsets, CommitStore<R> results) {
    this.offsets = offsets;
    this.results = results;
  }

  @Override
  public CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work) {
    if (commit.isJoint()) {
      throw StopReason.IMPOSSIBLE.because(
          "commit %s needs one transaction, but offsets and results are kept in two places: keep"
              + " them in one database, or choose a guarantee that commits them separately",
          commit);
    }
    return placeOf(commit.steps().get(0)).commit(commit, work);
  }

  private CommitStore<R> placeOf(SaveStep step) {
    return switch (step) {
      case OFFSETS -> offsets;
      case RESULTS, KEYED_RESULTS -> results;
    };
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
