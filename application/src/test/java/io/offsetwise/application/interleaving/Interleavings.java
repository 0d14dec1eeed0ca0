package io.offsetwise.application.interleaving;

import io.offsetwise.application.defence.Collaborators;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Locale;
import java.util.Optional;

/** The interleavings for jobs that are made of other collaborators than the product's. */
public final class Interleavings {

  /** No leak that is known needs more; a third one makes ten times as many schedules. */
  private static final int MOST_INTERVENTIONS = 2;

  private Interleavings() {}

  /** The shortest schedule that breaks the first cell of {@code guarantee} which has one. */
  public static Optional<String> firstViolation(
      DeliveryGuarantee guarantee, Collaborators collaborators) {
    return Cell.allOf(collaborators).stream()
        .filter(cell -> cell.guarantee() == guarantee)
        .flatMap(
            cell ->
                Exploration.of(cell, MOST_INTERVENTIONS).broken().stream()
                    .map(broken -> words(cell, broken.schedule())))
        .findFirst();
  }

  private static String words(Cell cell, Schedule schedule) {
    return schedule
        + ", two "
        + cell.rivalry().name().toLowerCase(Locale.ROOT)
        + ", scope "
        + cell.scope().key();
  }
}
