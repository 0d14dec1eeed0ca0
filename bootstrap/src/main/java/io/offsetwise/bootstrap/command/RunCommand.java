package io.offsetwise.bootstrap.command;

import io.offsetwise.adapters.spark.driver.TerminationHook;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.Progress;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.settings.Settings;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
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
      "Runs a job: job.kind = wallet writes payments from Kafka to ledger, balances and offsets in a"
          + " database; message-lengths counts messages and bytes of any topic.",
      "Starts a local broker and a local database when they are needed and do not run. With a local"
          + " broker, payments are fed to the wallet job until Ctrl-C unless --records or --until-caught-up says"
          + " otherwise."
    })
final class RunCommand implements Callable<Integer> {

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

  @Override
  public Integer call() throws Exception {
    RunOptions options = options();
    Settings settings = settingsOptions.settings();
    LogFile.open(settings.dataDir(), "run");
    StopRequest stop = new StopRequest();
    CountDownLatch ended = new CountDownLatch(1);
    hook(settings, stop, ended).register();
    try {
      return run(settings, options, stop).code();
    } catch (Exception failure) {
      return afterStop(stop, failure);
    } finally {
      ended.countDown();
    }
  }

  private ExitCode run(Settings settings, RunOptions options, StopRequest stop) throws Exception {
    Progress progress = Progress.on(spec.commandLine().getErr());
    RunReport report = new JobRunner(settings, options, stop, progress).run();
    new Printer(output.format(), spec.commandLine().getOut()).print(report::json, report::table);
    return stop.isRequested() ? ExitCode.TERMINATED : ExitCode.DONE;
  }

  /** Once the JVM shuts down nobody else reports what failed on the way. */
  private int afterStop(StopRequest stop, Exception failure) throws Exception {
    if (!stop.isRequested()) {
      throw failure;
    }
    return FailureReport.report(failure, spec.commandLine().getErr(), StackTraces.HIDDEN);
  }

  private RunOptions options() {
    if (records != null && records < 0) {
      throw new ParameterException(
          spec.commandLine(), "--records " + records + ": must be 0 or more");
    }
    return new RunOptions(
        untilCaughtUp ? RunLimit.UNTIL_CAUGHT_UP : RunLimit.UNTIL_STOPPED,
        records == null ? OptionalLong.empty() : OptionalLong.of(records));
  }

  private static TerminationHook hook(Settings settings, StopRequest stop, CountDownLatch ended) {
    Duration bound =
        settings.stop().timeout().plus(settings.local().stopTimeout()).plus(END_OF_EVERYTHING_ELSE);
    return new TerminationHook(
        () -> {
          stop.request();
          await(ended);
        },
        bound);
  }

  private static void await(CountDownLatch ended) {
    try {
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
