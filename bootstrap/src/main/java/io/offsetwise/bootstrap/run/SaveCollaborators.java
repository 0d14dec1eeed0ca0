package io.offsetwise.bootstrap.run;

import io.offsetwise.application.save.Defences;
import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.application.save.StandardDefences;
import java.util.Objects;

/**
 * What every save of a run is made with. Whoever wants other collaborators than the product's wires
 * a run of their own: there is no setting and no option for it.
 *
 * @param defences the checks of each save; travel to executors
 * @param failurePoints is told of each failure point; travels to executors
 */
public record SaveCollaborators(Defences defences, FailurePoints failurePoints) {

  /** The product's: all checks, and nothing happens at any failure point. */
  public static final SaveCollaborators STANDARD =
      new SaveCollaborators(new StandardDefences(), FailurePoints.NONE);

  public SaveCollaborators {
    Objects.requireNonNull(defences, "defences");
    Objects.requireNonNull(failurePoints, "failurePoints");
  }

  /** The product's checks with something else at the failure points. */
  public static SaveCollaborators with(FailurePoints failurePoints) {
    return new SaveCollaborators(STANDARD.defences(), failurePoints);
  }
}
