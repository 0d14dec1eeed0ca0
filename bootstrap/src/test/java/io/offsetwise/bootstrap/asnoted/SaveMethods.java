package io.offsetwise.bootstrap.asnoted;

import static io.offsetwise.bootstrap.asnoted.Recipe.Origin.FIRST_NOTE;
import static io.offsetwise.bootstrap.asnoted.TaskRunsAgain.Records.BEFORE_START;
import static io.offsetwise.bootstrap.asnoted.Verdict.LOSES;
import static io.offsetwise.bootstrap.asnoted.Verdict.LOSES_AND_REPEATS;
import static io.offsetwise.bootstrap.asnoted.Verdict.REPEATS;
import static io.offsetwise.bootstrap.asnoted.Verdict.RIGHT;
import static io.offsetwise.domain.guarantee.FailurePoint.AFTER_LAST_COMMIT;
import static io.offsetwise.domain.guarantee.FailurePoint.INSIDE_TRANSACTION;

import io.offsetwise.bootstrap.asnoted.StaleTask.End;
import io.offsetwise.bootstrap.asnoted.program.BatchTransaction;
import io.offsetwise.bootstrap.asnoted.program.Database;
import io.offsetwise.bootstrap.asnoted.program.NotedProgram;
import io.offsetwise.bootstrap.asnoted.program.OffsetCheck;
import io.offsetwise.bootstrap.asnoted.program.PartitionTransaction;
import io.offsetwise.bootstrap.asnoted.program.RangeAfterShuffle;
import java.util.List;
import java.util.stream.Stream;

/** What is made of the first note's {@code mySaveBatch} and {@code mySavePartition}. */
final class SaveMethods {

  private SaveMethods() {}

  static List<Recipe> recipes() {
    return Stream.of(perBatch(), perPartition()).flatMap(List::stream).toList();
  }

  private static List<Recipe> perBatch() {
    return List.of(
        recipe(
            "per batch on the driver, one transaction, offsets blind",
            new BatchTransaction(),
            new Killed("killed before the commit", INSIDE_TRANSACTION, 2),
            RIGHT,
            "right here too: `SavePlan` of transactional exactly-once"),
        recipe(
            "per batch on the driver, one transaction, offsets blind",
            new BatchTransaction(),
            new BatchFails(INSIDE_TRANSACTION, 2),
            LOSES,
            "`BatchGate`; behind it `JdbiGuardedOffsets` finds the gap"));
  }

  private static List<Recipe> perPartition() {
    String failed = "a task fails after its commit and is run again";
    String blind = "per partition on executors, one transaction, offsets blind";
    String selected = "per partition on executors, one transaction, offsets ensured by a SELECT";
    String counted = "per partition on executors, one transaction, offsets ensured by update count";
    StaleTask stale = new StaleTask(End.COMMITS);
    return List.of(
        recipe(
            blind,
            new PartitionTransaction(OffsetCheck.NONE),
            new TaskRunsAgain(failed, BEFORE_START, AFTER_LAST_COMMIT, 1),
            REPEATS,
            "`EpochOffsetGuard`: already applied, nothing is written"),
        recipe(
            blind,
            new PartitionTransaction(OffsetCheck.NONE),
            stale,
            REPEATS,
            "`EpochOffsetGuard`: a position moves on from the range's beginning alone"),
        recipe(
            selected,
            new PartitionTransaction(OffsetCheck.SELECT),
            stale,
            REPEATS,
            "`JdbiGuardedOffsets`: the update has the condition"),
        recipe(
            counted,
            new PartitionTransaction(OffsetCheck.UPDATE_COUNT),
            new StaleTask(End.IS_REFUSED),
            RIGHT,
            "the same, and an epoch: `EpochOffsetGuard`"),
        recipe(
            counted,
            new PartitionTransaction(OffsetCheck.UPDATE_COUNT),
            new Killed("killed before the third commit of a batch", INSIDE_TRANSACTION, 8),
            RIGHT,
            "right here too: `SavePlan` of transactional exactly-once"),
        recipe(
            counted,
            new PartitionTransaction(OffsetCheck.UPDATE_COUNT),
            new BatchFails(INSIDE_TRANSACTION, 7),
            RIGHT,
            "right here too, and `BatchGate` stops at the failure"),
        recipe(
            counted,
            new PartitionTransaction(OffsetCheck.UPDATE_COUNT),
            new BatchFails(failed, AFTER_LAST_COMMIT, 1, Database.REFUSAL),
            RIGHT,
            "`EpochOffsetGuard` answers \"already applied\", and no batch fails"),
        recipe(
            "the range by the task's partition, after reduceByKey",
            new RangeAfterShuffle(),
            new Killed("killed after two of five partitions of a batch", AFTER_LAST_COMMIT, 7),
            LOSES_AND_REPEATS,
            "`ShuffledBatch`: after a shuffle it does not compile"));
  }

  private static Recipe recipe(
      String title, NotedProgram program, Scenario scenario, Verdict verdict, String defence) {
    return new Recipe(title, FIRST_NOTE, program, scenario, verdict, defence);
  }
}
