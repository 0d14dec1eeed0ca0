package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.FailurePoint;

/**
 * A task fails after it has saved something, and Spark runs it again; no batch fails.
 *
 * @param provoked in words
 * @param records when they come
 * @param point where it fails
 * @param visit at which visit, from 1
 */
record TaskRunsAgain(String provoked, Records records, FailurePoint point, int visit)
    implements Scenario {

  private static final int RECORDS = 10;

  /** When records come. */
  enum Records {
    BEFORE_START,
    AFTER_START
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    appendAt(Records.BEFORE_START, stage);
    Strikes strikes = stage.strikes(point);
    try (PlainDriver driver = stage.start(new Failure(strikes, visit, visit))) {
      appendAt(Records.AFTER_START, stage);
      driver.batches().awaitCaughtUp();
      assertThat(driver.batches().failure()).isEmpty();
      assertThat(strikes.next()).isGreaterThan(visit);
    }
    return Outcome.of(stage.count());
  }

  private void appendAt(Records time, Stage stage) throws Exception {
    if (records == time) {
      stage.append(RECORDS);
    }
  }
}
