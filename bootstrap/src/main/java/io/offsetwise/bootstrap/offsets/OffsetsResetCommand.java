package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.AppliedReset;
import io.offsetwise.application.administration.ResetOffsets;
import io.offsetwise.application.administration.ResetRequest;
import io.offsetwise.application.administration.ResetScope;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.process.ThisMachine;
import io.offsetwise.bootstrap.settings.Settings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code offsets reset}: moves positions. */
@Command(
    name = "reset",
    description = {
      "Moves the positions of a stream, with the options of Kafka's own tool and to the same offsets,"
          + " and says what that will repeat or lose under the stream's guarantee. Without --execute"
          + " it only shows what it would do.",
      "It is refused while the job lives. It claims the stream, so that a driver which nobody has"
          + " seen is fenced at its next save, and is kept on record: `audit` and `offsets history`"
          + " know of it. Offsets that the log does not hold are set to the nearest one that it"
          + " does.",
      "",
      "Exit code 0: done, or shown; 2: the command line is wrong; 4: a partition is not there; 5:"
          + " the job lives.",
      "",
      "-o json: {stream, storage, guarantee, option, time, executed, epoch, partitions: [{topic,"
          + " partition, oldOffset, newOffset, difference}], readAgain, repeated, passedOver,"
          + " effects, warnings, undo}."
    })
final class OffsetsResetCommand implements Callable<Integer> {

  @ArgGroup(multiplicity = "1")
  private ResetTargetOptions target;

  @Option(
      names = "--topic",
      paramLabel = "NAME[:0,1]",
      converter = TopicOption.class,
      description = "This topic, or these partitions of it; repeatable (default: kafka.topics).")
  private List<ResetScope.Selection> topics = new ArrayList<>();

  @Option(
      names = "--all-topics",
      description =
          "All partitions that the stream has a position of. Former topics that are gone are left"
              + " out.")
  private boolean allTopics;

  @Option(names = "--execute", description = "Do it.")
  private boolean execute;

  @Option(
      names = "--export",
      description = "Print the new positions as lines topic,partition,offset and nothing else.")
  private boolean export;

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    requireNotNegative();
    ResetRequest request = new ResetRequest(scope(), target.target(), target.words());
    Settings settings = settingsOptions.settings();
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "offsets");
    ResetReport report =
        new OffsetAdministration(settings, Progress.on(spec.commandLine().getErr()))
            .moving(services -> report(services.reset(), request, subject(settings)));
    print(report);
    return ExitCode.DONE.code();
  }

  private ResetReport report(
      ResetOffsets offsets, ResetRequest request, ResetReport.Subject subject) {
    if (!execute) {
      return subject.planned(offsets.plan(request), offsets.objection());
    }
    AppliedReset applied = offsets.execute(request, ThisMachine.user());
    List<String> undo = new UndoCommands(settingsOptions.words()).of(applied.resets());
    return subject.executed(applied.resets(), applied.epoch(), undo);
  }

  private ResetReport.Subject subject(Settings settings) {
    return new ResetReport.Subject(
        settings.job().name(),
        settings.offsets().storage(),
        settings.job().guarantee(),
        target.words(),
        target.time().map(time -> time.describe(ZoneId.systemDefault())));
  }

  private void print(ResetReport report) {
    if (export) {
      report.warnings().forEach(warning -> spec.commandLine().getErr().println(warning));
      spec.commandLine().getOut().println(report.csv());
    } else {
      new Printer(output.format(), spec.commandLine().getOut())
          .print(() -> report, () -> ResetTable.of(report));
    }
  }

  private ResetScope scope() {
    if (target.positions().isPresent() && (allTopics || !topics.isEmpty())) {
      throw wrong("--from-file names its partitions; leave --topic and --all-topics out");
    }
    if (allTopics && !topics.isEmpty()) {
      throw wrong("--all-topics and --topic exclude each other");
    }
    if (allTopics) {
      return new ResetScope.Stored();
    }
    return target
        .positions()
        .<ResetScope>map(positions -> ResetScope.Named.of(positions.partitions()))
        .orElseGet(
            () -> topics.isEmpty() ? new ResetScope.TopicsOfJob() : new ResetScope.Named(topics));
  }

  private void requireNotNegative() {
    target
        .offset()
        .filter(offset -> offset < 0)
        .ifPresent(
            offset -> {
              throw wrong("--to-offset " + offset + ": must be 0 or more");
            });
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
