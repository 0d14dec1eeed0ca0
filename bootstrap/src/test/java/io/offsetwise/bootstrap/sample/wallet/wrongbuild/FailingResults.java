package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;

/**
 * From one batch on no results can be written, until the process is started again. One that has
 * come to the last batch all the same is halted there.
 *
 * @param spot in the first of these saves
 */
record FailingResults(Spot spot) implements FailurePoints {

  @Override
  public void reached(FailurePoint point, List<OffsetRange> ranges) {
    if (point != FailurePoint.BETWEEN_COMMITS || !hasBegun(ranges)) {
      return;
    }
    spot.mark(point, ranges);
    if (ranges.stream().anyMatch(range -> range.contains(spot.last()))) {
      Runtime.getRuntime().halt(Halt.EXIT_CODE);
    }
    throw new IllegalStateException("the results cannot be written");
  }

  private boolean hasBegun(List<OffsetRange> ranges) {
    return ranges.stream().anyMatch(range -> range.until() > spot.offset());
  }
}
