package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.domain.offset.Positions;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One process of a cell's job.
 *
 * @param planned what it was meant to do
 * @param startedAt when it was started
 * @param took how long it ran
 * @param exitCode how it ended
 * @param lastWords the end of what it said on standard error; may be empty
 * @param before the stored positions when it was started; none before the first start
 * @param after the stored positions when it had ended
 * @param halt the halt, when there was one
 */
public record JobRun(
    JobEnd planned,
    Instant startedAt,
    Duration took,
    int exitCode,
    String lastWords,
    Positions before,
    Positions after,
    Optional<Halt> halt) {

  public JobRun {
    Objects.requireNonNull(planned, "planned");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
    Objects.requireNonNull(halt, "halt");
  }

  /** The same run, of which a marker tells more. */
  public JobRun with(Optional<Halt> found) {
    return new JobRun(planned, startedAt, took, exitCode, lastWords, before, after, found);
  }

  /** Whether it did what it was meant to. */
  public boolean wentAsPlanned() {
    return switch (planned) {
      case HALT -> halt.isPresent() && exitCode == Halt.EXIT_CODE;
      case EXECUTOR_HALT -> halt.isPresent();
      case CATCH_UP -> exitCode == 0;
    };
  }

  /** How it ended, for people. */
  String end() {
    return "ended with code " + exitCode + (lastWords.isEmpty() ? "" : " (" + lastWords + ")");
  }
}
