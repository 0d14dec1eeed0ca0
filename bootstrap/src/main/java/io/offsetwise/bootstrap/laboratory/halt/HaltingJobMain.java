package io.offsetwise.bootstrap.laboratory.halt;

import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.Progress;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.run.SaveCollaborators;
import io.offsetwise.bootstrap.settings.Settings;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/**
 * The product's job, run until it has caught up, but for one thing: at its failure point the
 * process halts. A process of its own.
 */
public final class HaltingJobMain {

  private static final String LOG_NAME = "halting-job";

  private HaltingJobMain() {}

  /** Runs until the halt: first what the halting points are made of, then settings. */
  public static void main(String[] arguments) {
    List<String> all = List.of(arguments);
    HaltingPoints points = HaltingPoints.of(all.subList(0, HaltingPoints.ARGUMENTS));
    try {
      run(points, settings(all.subList(HaltingPoints.ARGUMENTS, all.size())));
      System.exit(ExitCode.DONE.code());
    } catch (Exception | Error failure) {
      report(failure);
      System.exit(ExitCode.of(failure).code());
    }
  }

  private static Settings settings(List<String> words) {
    SettingsOptions options = new SettingsOptions();
    new CommandLine(options).parseArgs(words.toArray(String[]::new));
    return options.settings();
  }

  /** The log has the stack trace. */
  private static void report(Throwable failure) {
    LoggerFactory.getLogger(HaltingJobMain.class).error("the job has failed", failure);
    new PrintStream(System.err, true, StandardCharsets.UTF_8).println(failure);
  }

  private static void run(HaltingPoints points, Settings settings) throws InterruptedException {
    LogFile.open(settings.dataDir(), LOG_NAME);
    new JobRunner(
            settings,
            new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()),
            new StopRequest(),
            new Progress.Silent(),
            SaveCollaborators.with(points))
        .run();
  }
}
