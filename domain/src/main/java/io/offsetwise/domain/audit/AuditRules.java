package io.offsetwise.domain.audit;

import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.SavePlan;
import java.util.Objects;

/**
 * What a save plan can permit at all. It follows from the plan alone: a finding is permitted when a
 * crash, or a save that is under way, can cause it. Where commits are on record, {@link
 * CommitRules} ask for the very one.
 *
 * @param plan the commits of each save
 */
public record AuditRules(SavePlan plan) {

  public AuditRules {
    Objects.requireNonNull(plan, "plan");
  }

  /** Whether the promise is kept although {@code kind} was found. */
  public boolean permit(FindingKind kind) {
    return switch (kind) {
      case LOST -> canBe(CrashOutcome.LOST);
      case REPEATED -> canBe(CrashOutcome.REPEATED);
      case AHEAD -> resultsComeFirst();
      case SAME_KEY, GAP, SKIPPED, READ_AGAIN, NOT_COMPARED -> true;
      case OFF_RECORD, ALTERED, UNKNOWN, NOT_DUE, POSITION_MOVED, WRONG_BALANCE, NOTHING_COMPARED ->
          false;
    };
  }

  private boolean canBe(CrashOutcome outcome) {
    return plan.failurePoints().stream().map(plan::outcomeOf).anyMatch(outcome::equals);
  }

  /** Then results may be durable whose offsets are not, as long as the save is under way. */
  private boolean resultsComeFirst() {
    return !plan.savesOffsetsFirst();
  }
}
