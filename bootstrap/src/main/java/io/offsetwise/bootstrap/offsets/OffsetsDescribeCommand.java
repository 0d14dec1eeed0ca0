package io.offsetwise.bootstrap.offsets;

import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputFormat;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.settings.Settings;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code offsets describe}: how a stream stands. */
@Command(
    name = "describe",
    description = {
      "Shows where a stream stands in every storage that has positions of it: Kafka's columns in"
          + " Kafka's order, then the storage, the first offset that the log still holds, the"
          + " last stable offset, up to which a stream reads that reads committed records alone, the"
          + " guarantee, who drives the stream now, the epoch of the position, when it was last"
          + " saved, and the transaction, still open, that keeps it from reading further. LAG is the"
          + " log's end minus the position. It claims nothing and writes nothing.",
      "",
      "What the job does not work with, such as the group of another storage, may be out of sight for"
          + " want of an ACL: that is said below the table.",
      "",
      "Exit code 0: shown; 4: nothing is stored of such a stream.",
      "",
      "-o json: {stream, storage, guarantee, driver: {host, pid, epoch, since}, positions: [{topic,"
          + " partition, currentOffset, logEndOffset, lag, storage, inUse, earliest,"
          + " lastStableOffset, openTransaction: {producerId, producerEpoch, startOffset,"
          + " lastWritten}, epoch, lastSaved}], notSeen: [{what, why}]}; with --watch one such document each time."
    })
final class OffsetsDescribeCommand implements Callable<Integer> {

  /** Whether standard output is a terminal; bin/offsetwise tells. */
  private static final String SCREEN = "offsetwise.screen";

  private static final String HOME_AND_CLEAR = "\u001b[H\u001b[2J";

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Option(
      names = "--watch",
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "2",
      description = "Show it again every so many seconds (${FALLBACK-VALUE} if none are named).")
  private Optional<Integer> watch = Optional.empty();

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "End --watch after so many times (default: at Ctrl-C).")
  private Optional<Integer> count = Optional.empty();

  @Override
  public Integer call() throws InterruptedException {
    requirePositive("--watch", watch);
    requirePositive("--count", count);
    Settings settings = settingsOptions.settings();
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "offsets");
    Progress progress = Progress.on(spec.commandLine().getErr());
    new OffsetAdministration(settings, progress)
        .looking(
            services -> {
              show(services, settings);
              return services;
            });
    return ExitCode.DONE.code();
  }

  private void show(OffsetServices services, Settings settings) throws InterruptedException {
    print(services, settings);
    int times = watch.isPresent() ? count.orElse(Integer.MAX_VALUE) : 1;
    for (int shown = 1; shown < times && !spec.commandLine().getOut().checkError(); shown++) {
      Thread.sleep(Duration.ofSeconds(watch.orElseThrow()).toMillis());
      redraw();
      print(services, settings);
    }
  }

  private void print(OffsetServices services, Settings settings) {
    DescriptionReport report =
        DescriptionReport.of(services.describe().describe(), settings.job().guarantee());
    new Printer(output.format(), spec.commandLine().getOut())
        .print(() -> report, () -> DescriptionTable.of(report));
  }

  /** On a terminal the next one takes the place of the one before, elsewhere it follows it. */
  private void redraw() {
    PrintWriter out = spec.commandLine().getOut();
    if (output.format() == OutputFormat.TABLE) {
      out.print(Boolean.getBoolean(SCREEN) ? HOME_AND_CLEAR : System.lineSeparator());
      out.flush();
    }
  }

  private void requirePositive(String option, Optional<Integer> value) {
    value
        .filter(number -> number < 1)
        .ifPresent(
            number -> {
              throw new ParameterException(
                  spec.commandLine(), option + " " + number + ": must be 1 or more");
            });
  }
}
