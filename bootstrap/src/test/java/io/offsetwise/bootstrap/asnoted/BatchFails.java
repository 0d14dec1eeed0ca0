package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.FailurePoint;

/**
 * One batch fails, Spark runs those behind it, and later the program is started again.
 *
 * @param provoked in words
 * @param point where
 * @param visit which visit fails, with all attempts of its task
 * @param message of the failure of the batch
 */
record BatchFails(String provoked, FailurePoint point, int visit, String message)
    implements Scenario {

  private static final int RECORDS = 40;

  /** The visit alone is why it fails. */
  BatchFails(FailurePoint point, int visit) {
    this("a batch fails, Spark runs the next ones", point, visit, Failure.MESSAGE);
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    try (PlainDriver driver = stage.start(new LastingFailure(stage.strikes(point), visit))) {
      driver.batches().awaitCaughtUp();
      assertThat(driver.batches().failure())
          .hasValueSatisfying(failure -> assertThat(failure).contains(message));
    }
    stage.runToTheEnd();
    return Outcome.of(stage.count());
  }
}
