package io.offsetwise.application.save;

import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;

/**
 * Moves the stored positions of a save, and says what it means when they do not move. A
 * collaborator of its own so that the laboratory can show what breaks without it.
 */
@FunctionalInterface
public interface OffsetGuard {

  /**
   * Moves all positions or none.
   *
   * @param offsets the offsets of the open commit
   * @param ranges the ranges to save, sorted, none empty
   * @return COMMIT when every position was moved, ROLL_BACK when every range had been applied
   *     before
   * @throws io.offsetwise.application.stop.StoppedException when the ranges do not follow on what
   *     is stored, or the stream belongs to somebody else
   */
  CommitDecision advance(GuardedOffsets offsets, List<OffsetRange> ranges);
}
