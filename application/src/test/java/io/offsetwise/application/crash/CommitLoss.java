package io.offsetwise.application.crash;

import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SavePlan;

/** How a connection is lost at a commit. The client sees the same each time. */
public enum CommitLoss {
  /** The commit is durable, and nobody is told. */
  ANSWER_LOST,
  /** The commit never arrives, and is rolled back. */
  REQUEST_LOST,
  /** The commit arrives after the client has given the connection up. */
  REQUEST_LATE;

  /** Where the save stands, in the end, that has lost the commit {@code index} of its plan. */
  FailurePoint standing(SavePlan plan, int index) {
    int durable = this == REQUEST_LOST ? index : index + 1;
    if (durable == 0) {
      return FailurePoint.BEFORE_FIRST_COMMIT;
    }
    return durable == plan.commits().size()
        ? FailurePoint.AFTER_LAST_COMMIT
        : FailurePoint.BETWEEN_COMMITS;
  }
}
