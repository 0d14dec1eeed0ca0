package io.offsetwise.bootstrap.laboratory.halt;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.run.RunnableJob;
import io.offsetwise.bootstrap.run.SaveCollaborators;
import io.offsetwise.bootstrap.settings.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * What a process does that runs a job until it has caught up, with other parts than the product's.
 *
 * @param logName name of its log
 * @param collaborators what its saves are made with
 * @param job its job, by its settings
 */
public record JobProcess(
    String logName, SaveCollaborators collaborators, Function<Settings, RunnableJob> job) {

  public JobProcess {
    Objects.requireNonNull(logName, "logName");
    Objects.requireNonNull(collaborators, "collaborators");
    Objects.requireNonNull(job, "job");
  }

  /**
   * Runs the job and ends this process, with the exit codes of the program.
   *
   * @param words settings, as on the program's command line
   */
  public void run(List<String> words) {
    try {
      run(settings(words));
      System.exit(ExitCode.DONE.code());
    } catch (Exception | Error failure) {
      report(failure);
      System.exit(ExitCode.of(failure).code());
    }
  }

  private void run(Settings settings) throws InterruptedException {
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), logName);
    new JobRunner(
            settings,
            new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()),
            new StopRequest(),
            new Progress.Silent(),
            collaborators,
            job.apply(settings))
        .run();
  }

  private static Settings settings(List<String> words) {
    SettingsOptions options = new SettingsOptions();
    new CommandLine(options).parseArgs(words.toArray(String[]::new));
    return options.settings();
  }

  /** The log has the stack trace. */
  private static void report(Throwable failure) {
    LoggerFactory.getLogger(JobProcess.class).error("the job has failed", failure);
    new PrintStream(System.err, true, StandardCharsets.UTF_8).println(failure);
  }
}
