package io.offsetwise.application.administration;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.reset.PlannedReset;
import java.util.List;
import java.util.Objects;

/**
 * A reset that was carried out.
 *
 * @param epoch the claim under which it was
 * @param resets every partition in its scope, sorted; those that are no change were left as they
 *     are
 */
public record AppliedReset(Epoch epoch, List<PlannedReset> resets) {

  public AppliedReset {
    Objects.requireNonNull(epoch, "epoch");
    resets = List.copyOf(resets);
  }
}
