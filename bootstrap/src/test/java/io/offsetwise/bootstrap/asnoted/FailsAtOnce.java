package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.bootstrap.asnoted.program.Fault;

/**
 * Nothing is done to the program.
 *
 * @param message of its failure
 */
record FailsAtOnce(String message) implements Scenario {

  @Override
  public String provoked() {
    return "none needed";
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(10);
    assertThat(failure(stage)).contains(message);
    Count count = stage.count();
    assertThat(count.stored()).isZero();
    return new Outcome(Verdict.FAILS_AT_ONCE, count);
  }

  private static String failure(Stage stage) throws Exception {
    try (PlainDriver driver = stage.start(Fault.NONE)) {
      return driver.batches().awaitFailure();
    } catch (Exception notStarted) {
      return notStarted.toString();
    }
  }
}
