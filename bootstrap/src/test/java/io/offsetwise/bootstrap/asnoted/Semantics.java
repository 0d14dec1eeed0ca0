package io.offsetwise.bootstrap.asnoted;

import static io.offsetwise.bootstrap.asnoted.Recipe.Origin.FIRST_NOTE;
import static io.offsetwise.bootstrap.asnoted.Verdict.LOSES;
import static io.offsetwise.bootstrap.asnoted.Verdict.REPEATS;
import static io.offsetwise.bootstrap.asnoted.Verdict.RIGHT;
import static io.offsetwise.domain.guarantee.FailurePoint.BEFORE_FIRST_COMMIT;
import static io.offsetwise.domain.guarantee.FailurePoint.BETWEEN_COMMITS;

import io.offsetwise.bootstrap.asnoted.program.NaturalKey;
import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import io.offsetwise.bootstrap.asnoted.program.ResultsFirst;
import java.util.List;

/** The save orders that the first note begins with. */
final class Semantics {

  private Semantics() {}

  static List<Recipe> recipes() {
    return List.of(
        recipe(
            "save results, save offsets",
            new ResultsFirst(),
            new Killed("killed between the two", BETWEEN_COMMITS, 2),
            REPEATS,
            "`DeliveryGuarantee`: at-least-once allows it, the exactly-once ones do not"),
        recipe(
            "save results, save offsets",
            new ResultsFirst(),
            new BatchFails(BEFORE_FIRST_COMMIT, 2),
            LOSES,
            "`BatchGate`: after a failure nothing is saved any more"),
        recipe(
            "save results with a natural unique key, save offsets",
            new NaturalKey(),
            new Killed("killed between the two", BETWEEN_COMMITS, 2),
            RIGHT,
            "right here too: `SavePlan` of idempotent exactly-once"),
        recipe(
            "save results with a natural unique key, save offsets",
            new NaturalKey(),
            new BatchFails(BEFORE_FIRST_COMMIT, 2),
            LOSES,
            "`BatchGate`: after a failure nothing is saved any more"));
  }

  private static Recipe recipe(
      String title, NotedProgram program, Scenario scenario, Verdict verdict, String defence) {
    return new Recipe(title, FIRST_NOTE, program, scenario, verdict, defence);
  }
}
