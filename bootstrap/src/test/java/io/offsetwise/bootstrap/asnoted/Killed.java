package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.FailurePoint;

/**
 * The driver's process is killed at a failure point, and the program is started again.
 *
 * @param provoked in words
 * @param point where
 * @param visit at which visit, from 1
 * @param generated how many batches must have been generated before
 */
record Killed(String provoked, FailurePoint point, int visit, int generated) implements Scenario {

  private static final int RECORDS = 40;

  /** Whatever else is generated meanwhile. */
  Killed(String provoked, FailurePoint point, int visit) {
    this(provoked, point, visit, 0);
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    try (HeldDriver driver = stage.startProcess(stage.pauseAt(point, visit, generated))) {
      driver.awaitHeld();
      driver.kill();
    }
    assertThat(stage.tables().stored()).as("not all is done yet").hasSizeLessThan(5 * RECORDS);
    stage.runToTheEnd();
    return Outcome.of(stage.count());
  }
}
