package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.domain.guarantee.FailurePoint;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program is stopped gracefully while batches wait, and started again. */
record StoppedGracefully() implements Scenario {

  private static final int RECORDS = 40;
  private static final String GENERATOR = "RecurringTimer - JobGenerator";

  @Override
  public String provoked() {
    return "stopped gracefully, started again";
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    Pause pause = stage.pauseAt(FailurePoint.BEFORE_FIRST_COMMIT);
    try (PlainDriver driver = stage.start(pause)) {
      pause.awaitHeld();
      assertThat(generates()).isTrue();
      CompletableFuture<Void> stopped = CompletableFuture.runAsync(driver::stopGracefully);
      Wait.until(() -> !generates());
      pause.release();
      stopped.get(60, TimeUnit.SECONDS);
      assertThat(driver.batches().failure()).isEmpty();
    }
    stage.runToTheEnd();
    return Outcome.of(stage.count());
  }

  /** Whether further batches will be generated. */
  private static boolean generates() {
    return Thread.getAllStackTraces().keySet().stream()
        .anyMatch(thread -> thread.getName().equals(GENERATOR));
  }
}
