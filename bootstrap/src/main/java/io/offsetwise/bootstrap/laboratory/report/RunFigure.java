package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.proof.JobRun;

/**
 * One process.
 *
 * @param ending how it ended, in words
 * @param halted {@code halted} or {@code ended}
 * @param ms how long it ran, milliseconds
 */
public record RunFigure(String ending, String halted, long ms) {

  static RunFigure of(JobRun run) {
    String after = " after " + Words.seconds(run.took()) + ", exit code " + run.exitCode();
    return run.halt().isPresent()
        ? new RunFigure("halted" + after, "halted", run.took().toMillis())
        : new RunFigure("ended" + after, "ended", run.took().toMillis());
  }
}
