package io.offsetwise.bootstrap.asnoted;

import static io.offsetwise.bootstrap.asnoted.Recipe.Origin.SECOND_NOTE;
import static io.offsetwise.bootstrap.asnoted.Verdict.LOSES;
import static io.offsetwise.bootstrap.asnoted.Verdict.REPEATS;

import io.offsetwise.bootstrap.asnoted.TaskRunsAgain.Records;
import io.offsetwise.bootstrap.asnoted.program.ConnectionFromPool;
import io.offsetwise.bootstrap.asnoted.program.ConnectionPerPartition;
import io.offsetwise.bootstrap.asnoted.program.RangesInVariable;
import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.List;

/** The recipes of the second note, in its order. */
final class SecondNote {

  private SecondNote() {}

  static List<Recipe> recipes() {
    return List.of(
        new Recipe(
            "a variable that transform fills and a later foreachRDD reads",
            SECOND_NOTE,
            new RangesInVariable(),
            new Killed(
                "batches queue up behind a slow one, killed in the next",
                FailurePoint.BETWEEN_COMMITS,
                2,
                3),
            LOSES,
            "`BatchRanges`: a value that is passed on"),
        new Recipe(
            "a connection for each partition, each record sent through it",
            SECOND_NOTE,
            new ConnectionPerPartition(),
            new TaskRunsAgain(
                "a task fails half-way and is run again",
                Records.BEFORE_START,
                FailurePoint.AFTER_LAST_COMMIT,
                15),
            REPEATS,
            "`SaveTransaction`: a range is saved as a whole or not at all"),
        new Recipe(
            "a connection from a static pool, returned at the end of the partition",
            SECOND_NOTE,
            new ConnectionFromPool(),
            new TasksFail(2),
            LOSES,
            "`JdbcConnections` takes it back after a failure too"));
  }
}
