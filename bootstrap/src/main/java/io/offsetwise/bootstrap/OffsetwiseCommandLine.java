package io.offsetwise.bootstrap;

import io.offsetwise.bootstrap.command.AddedVerb;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.FailureReport;
import io.offsetwise.bootstrap.command.KeyConverter;
import io.offsetwise.bootstrap.command.OutputFormat;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SaveScope;
import java.io.PrintWriter;
import picocli.CommandLine;

/** The command line as a function from arguments to an exit code. */
public final class OffsetwiseCommandLine {

  private OffsetwiseCommandLine() {}

  /**
   * Runs a verb.
   *
   * @param out takes the verb's result, the usage or the version
   * @param err takes everything else
   * @param args verb and options
   * @return the exit code, see {@link ExitCode}; what {@code out} has lost is not done, whatever
   *     the verb says
   */
  public static int execute(PrintWriter out, PrintWriter err, String... args) {
    OffsetwiseCommand program = new OffsetwiseCommand();
    Thread current = Thread.currentThread();
    ClassLoader withoutJars = current.getContextClassLoader();
    try {
      int exitCode = commandLine(program).setOut(out).setErr(err).execute(args);
      return ExitCode.printedTo(out, exitCode);
    } catch (Error error) { // the parser hands only exceptions to its handler
      return FailureReport.report(error, err, program.stackTraces());
    } finally {
      current.setContextClassLoader(withoutJars);
    }
  }

  private static CommandLine commandLine(OffsetwiseCommand program) {
    FailureReport failureReport = new FailureReport(program::stackTraces);
    CommandLine commandLine = new CommandLine(program);
    AddedVerb.found().forEach(commandLine::addSubcommand);
    return commandLine // what is registered reaches the verbs that are there by then
        .registerConverter(
            DeliveryGuarantee.class,
            new KeyConverter<>(DeliveryGuarantee.values(), DeliveryGuarantee::key))
        .registerConverter(SaveScope.class, new KeyConverter<>(SaveScope.values(), SaveScope::key))
        .registerConverter(
            OffsetStorage.class, new KeyConverter<>(OffsetStorage.values(), OffsetStorage::key))
        .registerConverter(
            ResultKind.class, new KeyConverter<>(ResultKind.values(), ResultKind::key))
        .registerConverter(
            OutputFormat.class, new KeyConverter<>(OutputFormat.values(), OutputFormat::key))
        .setExecutionExceptionHandler(failureReport)
        .setParameterExceptionHandler(failureReport);
  }
}
