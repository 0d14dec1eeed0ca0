package io.offsetwise.application.wire;

import io.offsetwise.domain.guarantee.CrashOutcome;
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

  /**
   * What becomes of the records of a save that has lost a commit, and is made again.
   *
   * @param index which commit of {@code plan}, from 0
   */
  public CrashOutcome outcomeOfRetry(SavePlan plan, int index) {
    return plan.outcomeOfRetry(standing(plan, index));
  }

  private FailurePoint standing(SavePlan plan, int index) {
    int durable = this == REQUEST_LOST ? index : index + 1;
    if (durable == 0) {
      return FailurePoint.BEFORE_FIRST_COMMIT;
    }
    return durable == plan.commits().size()
        ? FailurePoint.AFTER_LAST_COMMIT
        : FailurePoint.BETWEEN_COMMITS;
  }
}
