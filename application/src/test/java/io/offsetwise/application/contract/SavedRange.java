package io.offsetwise.application.contract;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;

/**
 * One row of a stream's history.
 *
 * @param range what was saved
 * @param epoch the claim under which it was saved
 */
public record SavedRange(OffsetRange range, Epoch epoch) {

  @Override
  public String toString() {
    return range + " under epoch " + epoch;
  }
}
