package io.offsetwise.application.defence;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.guarantee.CrashOutcome;
import java.util.List;
import java.util.Set;

/**
 * What a scenario has left.
 *
 * @param stops why the stream stopped, in order; empty when it did not
 * @param harm what has become of records beyond what the guarantee allows: lost, repeated, or
 *     nothing
 */
public record Aftermath(List<StopReason> stops, Set<CrashOutcome> harm) {

  public Aftermath {
    stops = List.copyOf(stops);
    harm = Set.copyOf(harm);
  }
}
