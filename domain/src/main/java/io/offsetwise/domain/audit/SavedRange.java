package io.offsetwise.domain.audit;

import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a stream's history.
 *
 * @param range what was saved
 * @param epoch the claim under which it was saved
 * @param commit what the commit held; empty when an older version wrote the entry, which kept one
 *     of each save of a position and said nothing of results
 */
public record SavedRange(OffsetRange range, Epoch epoch, Optional<RecordedCommit> commit) {

  public SavedRange {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(commit, "commit");
  }

  /** An entry of this version. */
  public static SavedRange of(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    return new SavedRange(range, epoch, Optional.of(commit));
  }

  /** An entry of a version that kept no more than that a position was saved. */
  public static SavedRange ofOlderVersion(OffsetRange range, Epoch epoch) {
    return new SavedRange(range, epoch, Optional.empty());
  }

  /** Whether the commit held a position. */
  public boolean holdsOffsets() {
    return commit.map(RecordedCommit::steps).map(CommittedSteps::holdOffsets).orElse(true);
  }

  /** Whether the commit is known to have held results. */
  public boolean holdsResults() {
    return commit.map(RecordedCommit::steps).filter(CommittedSteps::holdResults).isPresent();
  }

  /** Whether it tells of an attempt that found the offsets saved and left the results alone. */
  public boolean leavesResultsAlone() {
    return commit.map(RecordedCommit::steps).filter(CommittedSteps.NEITHER::equals).isPresent();
  }

  @Override
  public String toString() {
    return range
        + " under epoch "
        + epoch
        + commit
            .map(held -> " (" + held.steps().key() + ", " + held.guarantee().key() + ")")
            .orElse("");
  }
}
