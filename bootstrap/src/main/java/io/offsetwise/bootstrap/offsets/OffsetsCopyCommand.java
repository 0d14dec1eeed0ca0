package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.CopiedOffsets;
import io.offsetwise.application.administration.CopyOffsets;
import io.offsetwise.application.administration.Overwriting;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.process.ThisMachine;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.StreamName;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code offsets copy}: takes positions from one storage to another. */
@Command(
    name = "copy",
    description = {
      "Copies the positions of a stream, with the ids of their topics, from one storage to another;"
          + " then the job can go on with the other one. Without --execute it only shows what it"
          + " would do. Refused while the job lives; both storages are claimed, so that a driver"
          + " which nobody has seen is fenced at its next save. At the end the positions that were"
          + " copied from are removed: the stream lives in one place.",
      "",
      "Exit code 0: done, or shown; 4: there is nothing to copy; 5: the job lives, the other"
          + " storage has other positions, or the job has not run last with the one to copy from.",
      "",
      "-o json: {stream, from, to, executed, epoch, positions: [{topic, partition, offset, topicId,"
          + " replaced}]}."
    })
final class OffsetsCopyCommand implements Callable<Integer> {

  @Option(
      names = "--from",
      paramLabel = "STORAGE",
      required = true,
      description =
          "The storage to copy from: own, kafka, kafka-async or checkpoint; the two of kafka keep"
              + " positions in the same rows.")
  private OffsetStorage from;

  @Option(
      names = "--to",
      paramLabel = "STORAGE",
      required = true,
      description = "The storage to write to: own, kafka, kafka-async or checkpoint.")
  private OffsetStorage to;

  @Option(names = "--execute", description = "Do it.")
  private boolean execute;

  @Option(
      names = "--force",
      description =
          "Replace other positions that are there already, and copy from a storage with"
              + " which the job has not run last.")
  private boolean force;

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = settingsOptions.settings();
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "offsets");
    CopyReport report =
        new OffsetAdministration(settings, Progress.on(spec.commandLine().getErr()))
            .moving(services -> report(services.copy(), settings.job().name()));
    new Printer(output.format(), spec.commandLine().getOut()).print(() -> report, report::table);
    return ExitCode.DONE.code();
  }

  private CopyReport report(CopyOffsets offsets, StreamName stream) {
    if (!execute) {
      return CopyReport.of(stream, from, to, OptionalLong.empty(), offsets.plan(from, to));
    }
    Overwriting overwriting = force ? Overwriting.WANTED : Overwriting.REFUSED;
    CopiedOffsets copied = offsets.execute(from, to, overwriting, ThisMachine.user());
    OptionalLong epoch = OptionalLong.of(copied.epoch().number());
    return CopyReport.of(stream, from, to, epoch, copied.positions());
  }
}
