package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.Fault;
import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.Optional;
import org.apache.spark.TaskContext;

/**
 * A visit to a failure point ends with an exception, and so do all attempts of the same task.
 *
 * @param strikes counts the visits
 * @param visit which of them fails first, from 1
 */
record LastingFailure(Strikes strikes, int visit) implements Fault {

  @Override
  public void mayStrike(FailurePoint point) {
    if (point == strikes.point()) {
      visit(strikes.next());
    }
  }

  private void visit(int number) {
    String work =
        Optional.ofNullable(TaskContext.get())
            .map(task -> "task " + task.partitionId() + " of stage " + task.stageId())
            .orElse("visit " + number);
    if (number == visit) {
      strikes.doom(work);
    }
    if (strikes.isDoomed(work)) {
      throw new IllegalStateException(Failure.MESSAGE);
    }
  }
}
