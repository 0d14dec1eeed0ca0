package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.audit.BrokenPromise;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.command.StoppableWork;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.ShellCommand;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.settings.Settings;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run}: runs the job in this process. */
@Command(
    name = "run",
    description = {
      "Runs the job that job.kind names: one of those on the class path, or in a jar of yours (--jar)."
          + " Its results and offsets are saved in the order that job.guarantee demands.",
      "Starts a local broker and a local database when they are needed and do not run. With a local"
          + " broker, a job that generates records is fed with them until Ctrl-C unless --records or --until-caught-up says"
          + " otherwise.",
      "The summary tells what this run has processed, and costs what the run cost.",
      "",
      "-o json: one object, {job, guarantee, scope, storage, records, batches, positions} and then the"
          + " job's own fields; what only a comparison with the log tells is null when nothing was"
          + " compared."
    })
public final class RunCommand implements Callable<Integer> {

  /** Beside the running batch, Spark and the local services need time to end. */
  private static final Duration END_OF_EVERYTHING_ELSE = Duration.ofSeconds(30);

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Option(
      names = "--until-caught-up",
      description = "End when the log's end is reached, as it is when the stream starts.")
  private boolean untilCaughtUp;

  @Option(
      names = "--records",
      paramLabel = "N",
      description =
          "Make sure that the topics hold N generated records in total before the stream starts.")
  private Long records;

  @Option(
      names = "--compare",
      description = {
        "Hold all that is stored against Kafka's log at the end, as `audit` does, however long it"
            + " takes; what does not keep the guarantee is exit code 1, whatever the run did. With"
            + " the local services it is done unasked while at most "
            + LogComparison.SMALL_LOG
            + " offsets lie before the positions.",
        "After Ctrl-C or SIGTERM nothing is compared: whoever stops a run wants its end. The last"
            + " line says when it was not compared."
      })
  private boolean compare;

  @Override
  public Integer call() throws Exception {
    RunOptions options = options();
    Settings settings = settingsOptions.settings();
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "run");
    return new StoppableWork(
            boundOfStop(settings), spec.commandLine().getOut(), spec.commandLine().getErr())
        .run(stop -> run(settings, options, stop));
  }

  private void run(Settings settings, RunOptions options, StopRequest stop) throws Exception {
    Progress progress = Progress.on(spec.commandLine().getErr());
    RunReport report = new JobRunner(settings, options, stop, progress).run();
    new Printer(output.format(), spec.commandLine().getOut()).print(report::json, report::table);
    report.verdict().ifPresent(verdict -> BrokenPromise.requireNone(verdict, auditCommand()));
  }

  private String auditCommand() {
    return ShellCommand.of(
        Stream.concat(Stream.of("audit"), settingsOptions.words().stream()).toList());
  }

  private RunOptions options() {
    if (records != null && records < 0) {
      throw new ParameterException(
          spec.commandLine(), "--records " + records + ": must be 0 or more");
    }
    return new RunOptions(
        untilCaughtUp ? RunLimit.UNTIL_CAUGHT_UP : RunLimit.UNTIL_STOPPED,
        records == null ? OptionalLong.empty() : OptionalLong.of(records),
        compare ? LogComparison.ASKED_FOR : LogComparison.OF_SMALL_LOGS);
  }

  private static Duration boundOfStop(Settings settings) {
    return settings
        .stop()
        .timeout()
        .plus(settings.local().stopTimeout())
        .plus(END_OF_EVERYTHING_ELSE);
  }
}
