package io.offsetwise.domain.audit;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Objects;

/**
 * One entry of a stream's history.
 *
 * @param range what was saved
 * @param epoch the claim under which it was saved
 */
public record SavedRange(OffsetRange range, Epoch epoch) {

  public SavedRange {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(epoch, "epoch");
  }

  @Override
  public String toString() {
    return range + " under epoch " + epoch;
  }
}
