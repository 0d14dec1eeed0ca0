package io.offsetwise.application.crash;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The crash matrix for jobs that are made of other collaborators than the product's. */
public final class CrashMatrix {

  private CrashMatrix() {}

  /** What is wrong in the first cell of {@code guarantee} that is not as its plan predicts. */
  public static Optional<String> firstDeviation(
      DeliveryGuarantee guarantee, Collaborators collaborators) {
    return CrashCell.all().stream()
        .filter(cell -> cell.guarantee() == guarantee)
        .flatMap(cell -> deviation(cell, new CrashRun(cell, collaborators).fates()).stream())
        .findFirst();
  }

  private static Optional<String> deviation(CrashCell cell, Fates fates) {
    boolean asPredicted =
        fates.ofTheHit().equals(List.of(cell.predicted()))
            && fates.ofTheOthers().equals(List.of(CrashOutcome.INTACT));
    return asPredicted
        ? Optional.empty()
        : Optional.of(
            cell.point().key()
                + ", "
                + cell.recovery().name().toLowerCase(Locale.ROOT)
                + ", scope "
                + cell.scope().key());
  }
}
