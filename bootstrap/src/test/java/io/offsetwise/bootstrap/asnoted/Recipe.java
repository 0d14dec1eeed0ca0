package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import java.util.List;
import java.util.Locale;

/**
 * A row of the table: a recipe under a fault.
 *
 * @param title what one does, for the table; no two recipes have the same title and scenario
 * @param origin where it is from
 * @param program the recipe
 * @param scenario the fault
 * @param verdict what it does then
 * @param defence what keeps ours from it
 */
record Recipe(
    String title,
    Origin origin,
    NotedProgram program,
    Scenario scenario,
    Verdict verdict,
    String defence) {

  /** Where a recipe is from. */
  enum Origin {
    FIRST_NOTE,
    SECOND_NOTE,
    COPIED_EVERYWHERE;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** Recipe, origin, fault, verdict: the cells that are the same in each run. */
  List<String> cells() {
    return List.of(title, origin.words(), scenario.provoked(), verdict.words());
  }

  @Override
  public String toString() {
    return title + ": " + scenario.provoked();
  }
}
