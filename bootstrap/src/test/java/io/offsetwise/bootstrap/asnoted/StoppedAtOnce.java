package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.FailurePoint;

/** The program is stopped while its first batch waits, and started again. */
record StoppedAtOnce() implements Scenario {

  private static final int RECORDS = 40;

  @Override
  public String provoked() {
    return "stopped while a batch waits, started again";
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    Pause pause = stage.pauseAt(FailurePoint.BEFORE_FIRST_COMMIT, 1, 2);
    try (PlainDriver driver = stage.start(pause)) {
      pause.awaitHeld();
      assertThat(driver.batches().failure()).isEmpty();
    }
    pause.release();
    assertThat(stage.tables().stored()).isEmpty();
    stage.runToTheEnd();
    return Outcome.of(stage.count());
  }
}
