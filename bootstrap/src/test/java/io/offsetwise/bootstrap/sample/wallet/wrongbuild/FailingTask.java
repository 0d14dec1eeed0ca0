package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import org.apache.spark.TaskContext;

/**
 * A task fails at its first attempt, when all that it saves is durable.
 *
 * @param spot in this save
 */
record FailingTask(Spot spot) implements FailurePoints {

  @Override
  public void reached(FailurePoint point, List<OffsetRange> ranges) {
    if (point == FailurePoint.AFTER_LAST_COMMIT
        && Spot.isHere()
        && TaskContext.get().attemptNumber() == 0
        && spot.isIn(ranges)) {
      spot.mark(point, ranges);
      throw new IllegalStateException("this task fails once");
    }
  }
}
