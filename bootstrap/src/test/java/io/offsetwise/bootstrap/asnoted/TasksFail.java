package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.FailurePoint;

/**
 * As many tasks fail as there are connections, and more records come.
 *
 * @param connections how many tasks fail
 */
record TasksFail(int connections) implements Scenario {

  private static final int RECORDS = 10;

  @Override
  public String provoked() {
    return "as many tasks fail as there are connections";
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    try (PlainDriver driver = stage.start(failures(stage))) {
      driver.batches().awaitCaughtUp();
      int stored = stage.tables().stored().size();
      stage.append(RECORDS);
      driver.batches().awaitCaughtUp();
      assertThat(stage.tables().stored()).as("nobody can save any more").hasSize(stored);
    }
    return Outcome.of(stage.count());
  }

  private Failure failures(Stage stage) {
    return new Failure(stage.strikes(FailurePoint.AFTER_LAST_COMMIT), 1, connections);
  }
}
