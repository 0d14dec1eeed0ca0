package io.offsetwise.application.administration;

import io.offsetwise.domain.reset.ResetTarget;
import java.util.Objects;

/**
 * A wish to move positions.
 *
 * @param scope which ones
 * @param target where to
 * @param option the same in the words of the command line, for the record
 */
public record ResetRequest(ResetScope scope, ResetTarget target, String option) {

  public ResetRequest {
    Objects.requireNonNull(scope, "scope");
    Objects.requireNonNull(target, "target");
    Objects.requireNonNull(option, "option");
  }
}
