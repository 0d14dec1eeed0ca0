package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.asnoted.program.Database;
import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.Optional;

/**
 * A task hangs, its driver is given up and replaced, the new one gets on, and then the task goes on
 * too. Spark does not interrupt the tasks of a context that was stopped.
 *
 * @param end what becomes of the task
 */
record StaleTask(End end) implements Scenario {

  /** What becomes of the task. */
  enum End {
    COMMITS,
    IS_REFUSED
  }

  private static final int RECORDS = 40;

  /** The batch takes ten records from each partition, and one of the five tasks hangs. */
  private static final int OF_OTHER_TASKS = 40;

  @Override
  public String provoked() {
    return "a task of an older driver goes on after its successor";
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    Pause pause = stage.pauseAt(FailurePoint.BEFORE_FIRST_COMMIT);
    try (PlainDriver older = stage.start(pause)) {
      pause.awaitHeld();
      Wait.until(() -> stage.tables().stored().size() == OF_OTHER_TASKS);
      assertThat(older.batches().failure()).isEmpty();
    }
    stage.runToTheEnd();
    assertThat(stage.tables().stored()).hasSize(5 * RECORDS);
    pause.release();
    requireEnd(pause.awaitTaskEnd());
    stage.runToTheEnd();
    return Outcome.of(stage.count());
  }

  private void requireEnd(Optional<String> failure) {
    switch (end) {
      case COMMITS -> assertThat(failure).isEmpty();
      case IS_REFUSED ->
          assertThat(failure)
              .hasValueSatisfying(message -> assertThat(message).contains(Database.REFUSAL));
    }
  }
}
