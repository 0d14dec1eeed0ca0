package io.offsetwise.bootstrap.asnoted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.bootstrap.asnoted.program.Fault;

/**
 * The program runs well, and is stopped and started again.
 *
 * @param message of its failure at the second start
 */
record FailsAtTheRestart(String message) implements Scenario {

  private static final int RECORDS = 10;

  @Override
  public String provoked() {
    return "started twice";
  }

  @Override
  public Outcome play(Stage stage) throws Exception {
    stage.append(RECORDS);
    stage.runToTheEnd();
    assertThat(stage.count().verdict()).isEqualTo(Verdict.RIGHT);
    stage.append(RECORDS);
    assertThatThrownBy(() -> stage.start(Fault.NONE).close()).hasStackTraceContaining(message);
    return new Outcome(Verdict.FAILS_AT_THE_RESTART, stage.count());
  }
}
