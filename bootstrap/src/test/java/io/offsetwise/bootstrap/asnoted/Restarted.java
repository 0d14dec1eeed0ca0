package io.offsetwise.bootstrap.asnoted;

import io.offsetwise.bootstrap.asnoted.program.Fault;

/**
 * The program is stopped and started again; records come before each start and after it.
 *
 * @param provoked in words
 */
record Restarted(String provoked) implements Scenario {

  @Override
  public Outcome play(Stage stage) throws Exception {
    for (int start = 1; start <= 2; start++) {
      stage.append(4);
      try (PlainDriver driver = stage.start(Fault.NONE)) {
        stage.append(2);
        driver.batches().awaitCaughtUp();
      }
    }
    return Outcome.of(stage.count());
  }
}
