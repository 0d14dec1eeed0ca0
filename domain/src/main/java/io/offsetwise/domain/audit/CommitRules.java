package io.offsetwise.domain.audit;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * Holds the number of results of a record against the commits on record. What is permitted is
 * bounded by them: there are exactly as many results as commits, a record without one was in flight
 * when an at-most-once driver stopped or lost its database, and one with several was read again
 * across a claim or a retry.
 *
 * @param today the rules of the plan that the job runs with now: only what an older version saved
 *     is judged by it
 * @param positions whether the commits of positions are on record
 */
public record CommitRules(AuditRules today, SavesOnRecord positions) {

  public CommitRules {
    Objects.requireNonNull(today, "today");
    Objects.requireNonNull(positions, "positions");
  }

  /** The rules of a job that runs with {@code plan}. */
  public static CommitRules of(SavePlan plan, SavesOnRecord positions) {
    return new CommitRules(new AuditRules(plan), positions);
  }

  /**
   * What is to be said of a due record.
   *
   * @param coverage what the history says of it
   * @param stored number of its results, 0 or more
   * @param reads how often it was to be read, 1 or more
   * @return how often each is found; empty when all is right
   */
  public Map<FindingCause, Long> due(Coverage coverage, long stored, long reads) {
    if (isOld(coverage)) {
      return old(stored, reads);
    }
    return stored == 0
        ? Map.of(lost(coverage), 1L)
        : stored == 1 && coverage.results() == 1 ? Map.of() : present(coverage, stored, reads);
  }

  /** Whether {@code coverage} says nothing of results, because an older version kept none. */
  public boolean isOld(Coverage coverage) {
    return coverage.isOld(positions);
  }

  /** Whether an absent record whose key is stored for another one was seen to be absent. */
  public boolean mayHaveSameKey(Coverage coverage) {
    return isOld(coverage) || coverage.keyed();
  }

  /** What is to be said of {@code stored} results at the position or after it. */
  public FindingCause ahead(Coverage coverage, long stored) {
    if (isOld(coverage)) {
      return today.permit(FindingKind.AHEAD)
          ? FindingCause.AHEAD_UNRECORDED
          : FindingCause.AHEAD_UNEXPLAINED;
    }
    boolean underWay =
        coverage.resultsCameFirst()
            || (positions == SavesOnRecord.KEPT && coverage.resultsCameAlone());
    return underWay && stored == coverage.results()
        ? FindingCause.COMMITTED_AHEAD
        : FindingCause.AHEAD_UNEXPLAINED;
  }

  private Map<FindingCause, Long> old(long stored, long reads) {
    if (stored == 0) {
      return Map.of(
          today.permit(FindingKind.LOST)
              ? FindingCause.LOST_UNRECORDED
              : FindingCause.LOST_UNEXPLAINED,
          1L);
    }
    return stored <= reads ? Map.of() : Map.of(oldRepeat(), stored - reads);
  }

  private FindingCause oldRepeat() {
    return today.permit(FindingKind.REPEATED)
        ? FindingCause.REPEATED_UNRECORDED
        : FindingCause.MORE_THAN_COMMITTED;
  }

  private FindingCause lost(Coverage coverage) {
    if (coverage.results() > 0) {
      return FindingCause.LOST_AFTER_COMMIT;
    }
    return coverage.mayBeLost(positions, DeliveryGuarantee.of(today.plan()))
        ? FindingCause.LOST_IN_FLIGHT
        : FindingCause.LOST_UNEXPLAINED;
  }

  private Map<FindingCause, Long> present(Coverage coverage, long stored, long reads) {
    Map<FindingCause, Long> found = new EnumMap<>(FindingCause.class);
    long committed = coverage.results();
    long accounted = Math.max(committed, reads);
    put(found, again(coverage, reads), Math.min(stored, accounted) - reads);
    put(
        found,
        coverage.followsOld() ? oldRepeat() : FindingCause.MORE_THAN_COMMITTED,
        stored - accounted);
    put(
        found,
        FindingCause.OTHER_THAN_COMMITTED,
        Math.abs(Math.min(stored, accounted) - committed));
    return found;
  }

  private static FindingCause again(Coverage coverage, long reads) {
    return coverage.mayBeRepeated(reads)
        ? FindingCause.READ_AGAIN_AND_COMMITTED
        : FindingCause.COMMITTED_TOO_OFTEN;
  }

  private static void put(Map<FindingCause, Long> found, FindingCause cause, long count) {
    if (count > 0) {
      found.merge(cause, count, Long::sum);
    }
  }
}
