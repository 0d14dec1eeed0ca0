package io.offsetwise.application.interleaving;

import io.offsetwise.application.interleaving.Ending.Kind;
import io.offsetwise.domain.guarantee.CrashOutcome;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an exploration has seen.
 *
 * @param schedules how many were played
 * @param rowWaits how often one waited for a row
 * @param endings how many rivals ended in each way
 * @param fates what has become of records
 * @param broken the first schedule with a violation, which has the fewest interventions; the
 *     exploration ends there
 */
record Explored(
    long schedules,
    long rowWaits,
    Map<Kind, Long> endings,
    Set<CrashOutcome> fates,
    Optional<Counterexample> broken) {

  Explored {
    endings = Map.copyOf(endings);
    fates = Set.copyOf(fates);
  }
}
