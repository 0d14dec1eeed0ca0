package io.offsetwise.bootstrap.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.offsetwise.application.session.SessionFailedException;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The exit codes that users and scripts rely on. */
class ExitCodeTest {

  private static final Map<StopReason, Integer> DOCUMENTED =
      Map.ofEntries(
          Map.entry(StopReason.FENCED, 6),
          Map.entry(StopReason.OUT_OF_ORDER, 7),
          Map.entry(StopReason.NOT_INITIALISED, 7),
          Map.entry(StopReason.TOPIC_RECREATED, 7),
          Map.entry(StopReason.LOG_TRUNCATED, 7),
          Map.entry(StopReason.RECORD_OUT_OF_RANGE, 7),
          Map.entry(StopReason.RECORDS_UNREAD, 7),
          Map.entry(StopReason.POISON_RECORD, 7),
          Map.entry(StopReason.RESULTS_REFUSED, 7),
          Map.entry(StopReason.RECORDS_GONE, 7),
          Map.entry(StopReason.RECORDS_UNREADABLE, 7),
          Map.entry(StopReason.START_REFUSED, 7),
          Map.entry(StopReason.SAVING_CHANGED, 5),
          Map.entry(StopReason.SCHEMA_VERSION, 7),
          Map.entry(StopReason.EARLIER_FAILURE, 1),
          Map.entry(StopReason.PROMISE_BROKEN, 1),
          Map.entry(StopReason.IMPOSSIBLE, 5),
          Map.entry(StopReason.UNAVAILABLE, 4),
          Map.entry(StopReason.TRANSIENT, 4));

  static Stream<Arguments> failures() {
    return Stream.of(
        arguments(new InvalidSettingsException(List.of()), 3),
        arguments(
            new CommandLine.ParameterException(new CommandLine(CommandSpec.create()), "x"), 2),
        arguments(new IllegalStateException("x"), 1),
        arguments(new OutOfMemoryError("x"), 1),
        arguments(new UncheckedIOException(new AccessDeniedException("x")), 4),
        arguments(new IllegalStateException(new IOException("No space left on device")), 4),
        arguments(new IllegalStateException(new IOException("x")), 1),
        arguments(new IllegalStateException(new NotSerializableException("x")), 3),
        arguments(new SparkException("Job aborted: ... ExecutorLostFailure ..."), 4),
        arguments(new SparkException("x"), 1),
        arguments(new IllegalStateException("LiveListenerBus is stopped."), 4),
        arguments(new IllegalStateException("Cannot call methods on a stopped SparkContext."), 4),
        arguments(new UnsatisfiedLinkError("x"), 4),
        arguments(new NoClassDefFoundError("x").initCause(new ClassNotFoundException("x")), 3),
        arguments(new IllegalStateException(new SQLException("x")), 4),
        arguments(
            new SessionFailedException(
                new IllegalStateException(new StoppedException(StopReason.FENCED, "of a task"))),
            6));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonToStopHasACode(StopReason reason) {
    assertThat(ExitCode.of(reason).code()).isEqualTo(DOCUMENTED.get(reason));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void everyFailureHasACode(Throwable failure, int code) {
    assertThat(ExitCode.of(failure).code()).isEqualTo(code);
  }

  @Test
  void theCodesAreThoseOfTheContract() {
    assertThat(ExitCode.values())
        .extracting(ExitCode::code)
        .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 130, 143);
  }
}
