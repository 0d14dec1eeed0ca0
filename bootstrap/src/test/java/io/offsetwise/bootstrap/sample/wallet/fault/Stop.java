package io.offsetwise.bootstrap.sample.wallet.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.command.ExitCode;

/**
 * How a run that failed would have ended its process.
 *
 * @param exitCode the exit code
 * @param message what the user is told
 */
record Stop(int exitCode, String message) {

  static Stop of(Throwable failure) {
    assertThat(failure).as("failure of the run").isNotNull();
    String message =
        StoppedException.within(failure).map(Throwable::getMessage).orElseGet(failure::toString);
    return new Stop(ExitCode.of(failure).code(), message);
  }
}
