package io.offsetwise.application.crash;

import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.guarantee.SavePlan;

/** What happens after a crash. */
enum Recovery {
  /** The same save is tried again in the same session, as a task retry does. */
  RETRY {
    @Override
    CrashOutcome predictedBy(SavePlan plan, FailurePoint point) {
      return plan.outcomeOfRetry(point);
    }
  },
  /** A new claim, an audit, and reading on from the stored positions. */
  RESTART {
    @Override
    CrashOutcome predictedBy(SavePlan plan, FailurePoint point) {
      return plan.outcomeOf(point);
    }
  };

  abstract CrashOutcome predictedBy(SavePlan plan, FailurePoint point);
}
