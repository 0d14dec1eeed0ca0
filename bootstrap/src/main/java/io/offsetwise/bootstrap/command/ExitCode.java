package io.offsetwise.bootstrap.command;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException;
import java.io.PrintWriter;
import picocli.CommandLine;

/** What the program's exit code means. */
public enum ExitCode {
  /** Done. */
  DONE(0),
  /** The job failed, or a promise is broken. */
  FAILED(1),
  /** The command line is wrong. */
  USAGE(2),
  /** The configuration is invalid. */
  INVALID_CONFIGURATION(3),
  /**
   * Broker, topic, database or standard output is not reachable, not there, locked or not writable.
   */
  UNAVAILABLE(4),
  /**
   * An impossible combination was asked for, or offsets were to be moved while their job lives, or
   * a stream was to be saved otherwise than before.
   */
  REFUSED(5),
  /** Another driver has claimed the stream. */
  FENCED(6),
  /** Stopped to protect data. */
  PROTECTED(7),
  /**
   * Ended at once by Ctrl-C: the second one where the first asks for a stop in good order, and
   * elsewhere, by the JVM itself, the first.
   */
  INTERRUPTED(130),
  /** Stopped by SIGTERM, SIGHUP or Ctrl-C, in good order. */
  TERMINATED(143);

  private final int code;

  ExitCode(int code) {
    this.code = code;
  }

  /** The number that the process ends with. */
  public int code() {
    return code;
  }

  /**
   * The code of a verb that ended with {@code exitCode}: nothing is done, and no stop is in good
   * order, while {@code out} could not be written.
   */
  public static int printedTo(PrintWriter out, int exitCode) {
    boolean good = exitCode == DONE.code || exitCode == TERMINATED.code;
    return good && out.checkError() ? UNAVAILABLE.code : exitCode;
  }

  /** The code of a stream that stopped for this reason. */
  public static ExitCode of(StopReason reason) {
    return switch (reason) {
      case FENCED -> FENCED;
      case OUT_OF_ORDER,
          NOT_INITIALISED,
          TOPIC_RECREATED,
          LOG_TRUNCATED,
          RECORD_OUT_OF_RANGE,
          RECORDS_UNREAD,
          POISON_RECORD,
          RESULTS_REFUSED,
          RECORDS_GONE,
          RECORDS_UNREADABLE,
          START_REFUSED,
          SCHEMA_VERSION ->
          PROTECTED;
      case EARLIER_FAILURE, PROMISE_BROKEN -> FAILED;
      case IMPOSSIBLE, SAVING_CHANGED -> REFUSED;
      case UNAVAILABLE, TRANSIENT -> UNAVAILABLE;
    };
  }

  /** The code of a verb that ended with this failure. */
  public static ExitCode of(Throwable failure) {
    if (failure instanceof InvalidSettingsException) {
      return INVALID_CONFIGURATION;
    }
    if (failure instanceof CommandLine.ParameterException) {
      return USAGE;
    }
    return StoppedException.within(failure)
        .map(stopped -> of(stopped.reason()))
        .or(() -> SurroundingFailure.behind(failure).map(SurroundingFailure::exitCode))
        .orElse(FAILED);
  }
}
