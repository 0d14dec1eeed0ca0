package io.offsetwise.bootstrap.command;

import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.settings.configuration.InvalidSettingsException;
import io.offsetwise.domain.text.Text;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Tells a user that a verb failed: a message on standard error and the exit code. */
public final class FailureReport
    implements CommandLine.IExecutionExceptionHandler, CommandLine.IParameterExceptionHandler {

  private static final String PREFIX = "offsetwise: ";

  private final Supplier<StackTraces> stackTraces;

  /**
   * Reports failures of all verbs.
   *
   * @param stackTraces is asked at each failure
   */
  public FailureReport(Supplier<StackTraces> stackTraces) {
    this.stackTraces = Objects.requireNonNull(stackTraces, "stackTraces");
  }

  @Override
  public int handleParseException(CommandLine.ParameterException wrong, String[] args) {
    CommandLine verb = wrong.getCommandLine();
    PrintWriter err = verb.getErr();
    err.println(PREFIX + Text.escaped(wrong.getMessage().replaceFirst("^Error: ", "")));
    CommandLine.UnmatchedArgumentException.printSuggestions(wrong, err);
    err.println("Try '" + verb.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine verb, CommandLine.ParseResult parsed) {
    return report(failure, verb.getErr(), stackTraces.get());
  }

  /** Reports a failure of any kind; errors of the JVM come here as well. */
  public static int report(Throwable failure, PrintWriter err, StackTraces stackTraces) {
    ExitCode exitCode = ExitCode.of(failure);
    if (LogFile.current().isPresent()) {
      LoggerFactory.getLogger(FailureReport.class).error("exit code {}", exitCode.code(), failure);
    }
    err.println(message(failure));
    if (stackTraces == StackTraces.SHOWN) {
      stackTrace(failure).lines().map(Text::escaped).forEach(err::println);
    }
    return exitCode.code();
  }

  private static String stackTrace(Throwable failure) {
    StringWriter trace = new StringWriter();
    failure.printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }

  private static String message(Throwable failure) {
    if (failure instanceof InvalidSettingsException) {
      return failure.getMessage(); // one line for each problem, each with its origin in front
    }
    return PREFIX
        + StoppedException.within(failure)
            .map(StoppedException::getMessage)
            .or(() -> SurroundingFailure.behind(failure).map(known -> known.message(failure)))
            .orElseGet(() -> defect(failure));
  }

  /** Whatever a user can meet has a message of its own. */
  private static String defect(Throwable failure) {
    return "this is a defect of Offsetwise, please report it: "
        + SurroundingFailure.seen(failure)
        + LogFile.current()
            .map(file -> "; the stack trace, which belongs to the report, is in " + file)
            .orElse("; --debug prints the stack trace, which belongs to the report");
  }
}
