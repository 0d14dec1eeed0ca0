package io.offsetwise.application.interleaving;

import io.offsetwise.domain.guarantee.CrashOutcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a schedule has come to, after the restart that followed it.
 *
 * @param steps the statements of both rivals, in order
 * @param endings how the rivals ended, by their numbers
 * @param rowWaits how often one waited for a row
 * @param fates what has become of records
 * @param violation what must not have happened, or nothing
 */
record Outcome(
    List<Step> steps,
    List<Ending> endings,
    int rowWaits,
    Set<CrashOutcome> fates,
    Optional<String> violation) {

  Outcome {
    steps = List.copyOf(steps);
    endings = List.copyOf(endings);
    fates = Set.copyOf(fates);
  }
}
