package io.offsetwise.bootstrap.asnoted;

import static io.offsetwise.bootstrap.asnoted.Recipe.Origin.FIRST_NOTE;
import static io.offsetwise.bootstrap.asnoted.TaskRunsAgain.Records.AFTER_START;
import static io.offsetwise.bootstrap.asnoted.Verdict.FAILS_AT_ONCE;
import static io.offsetwise.bootstrap.asnoted.Verdict.FAILS_AT_THE_RESTART;
import static io.offsetwise.bootstrap.asnoted.Verdict.LOSES;
import static io.offsetwise.bootstrap.asnoted.Verdict.LOSES_AND_REPEATS;
import static io.offsetwise.bootstrap.asnoted.Verdict.REPEATS;
import static io.offsetwise.bootstrap.asnoted.Verdict.RIGHT;
import static io.offsetwise.domain.guarantee.FailurePoint.AFTER_LAST_COMMIT;

import io.offsetwise.bootstrap.asnoted.program.CastAfterMap;
import io.offsetwise.bootstrap.asnoted.program.Checkpointed;
import io.offsetwise.bootstrap.asnoted.program.Checkpointed.Results;
import io.offsetwise.bootstrap.asnoted.program.ConstantOffsets;
import io.offsetwise.bootstrap.asnoted.program.NoOffsets;
import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import io.offsetwise.bootstrap.asnoted.program.StreamBesideCheckpoint;
import io.offsetwise.bootstrap.asnoted.program.TwoContexts;
import java.util.List;
import java.util.stream.Stream;

/** The recipes of the first note, in its order. */
final class FirstNote {

  private static final String STARTED_TWICE = "started twice, records before and after each start";

  private FirstNote() {}

  static List<Recipe> recipes() {
    return Stream.of(Semantics.recipes(), resets(), checkpoints(), offsets(), SaveMethods.recipes())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Recipe> resets() {
    return List.of(
        recipe(
            "no offsets, auto.offset.reset latest",
            new NoOffsets("latest"),
            new Restarted(STARTED_TWICE),
            LOSES,
            "`ConsumerProperties` refuses it, `StartStream` knows the position"),
        recipe(
            "no offsets, auto.offset.reset latest",
            new NoOffsets("latest"),
            new TaskRunsAgain(
                "a task fails half-way and is run again", AFTER_START, AFTER_LAST_COMMIT, 3),
            REPEATS,
            "`SparkRequirements`: at-most-once runs no task again"),
        recipe(
            "no offsets, auto.offset.reset earliest",
            new NoOffsets("earliest"),
            new Restarted(STARTED_TWICE),
            REPEATS,
            "`ConsumerProperties` refuses it, `StartStream` knows the position"));
  }

  private static List<Recipe> checkpoints() {
    return List.of(
        recipe(
            "Spark checkpoint, results appended",
            new Checkpointed(Results.APPENDED),
            new Recovered(),
            REPEATS,
            "`Combination`: a checkpoint allows at-least-once at most, or keyed results"),
        recipe(
            "Spark checkpoint, results with a natural unique key",
            new Checkpointed(Results.UNDER_NATURAL_KEY),
            new Recovered(),
            RIGHT,
            "`Combination` allows it"),
        recipe(
            "a context of the object beside the checkpoint's",
            new TwoContexts(),
            new FailsAtOnce("Only one SparkContext"),
            FAILS_AT_ONCE,
            "`SparkRuntime`: one context in a process"),
        recipe(
            "the stream set up beside the function that creates the context",
            new StreamBesideCheckpoint(),
            new FailsAtTheRestart("has not been initialized"),
            FAILS_AT_THE_RESTART,
            "`DirectStreamSession`: no checkpoint is recovered"));
  }

  private static List<Recipe> offsets() {
    return List.of(
        recipe(
            "starting offsets as two constants, for partition 0 of each topic",
            new ConstantOffsets(0, 0),
            new Restarted(STARTED_TWICE),
            LOSES_AND_REPEATS,
            "`StartStream`: the stored positions of all partitions of the topics"),
        recipe(
            "message handler, today a map, then the cast to HasOffsetRanges",
            new CastAfterMap(),
            new FailsAtOnce("ClassCastException"),
            FAILS_AT_ONCE,
            "`RawBatch`: ranges come from the raw RDD alone"));
  }

  private static Recipe recipe(
      String title, NotedProgram program, Scenario scenario, Verdict verdict, String defence) {
    return new Recipe(title, FIRST_NOTE, program, scenario, verdict, defence);
  }
}
