package io.offsetwise.bootstrap.offsets;

import io.offsetwise.application.administration.ResetScope;
import io.offsetwise.application.administration.StoragesOfStream;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code offsets history}: what has happened to positions, and to one offset. */
@Command(
    name = "history",
    description = {
      "Tells what has happened to the positions of a stream: where each partition began, what was"
          + " saved when and under which epoch, accepted gaps, resets. With --offset it says what"
          + " became of that offset. It claims nothing and writes nothing.",
      "",
      "Exit code 0: told; 4: nothing is stored of such a stream.",
      "",
      "-o json: {stream, storage, events: [{topic, partition, time, epoch, event, detail}], answers:"
          + " [{topic, partition, sentence}], notes}. event is begun, saved, gap or reset."
    })
final class OffsetsHistoryCommand implements Callable<Integer> {

  @Option(
      names = "--topic",
      paramLabel = "NAME[:0,1]",
      converter = TopicOption.class,
      description = "This topic, or these partitions of it; repeatable (default: all).")
  private List<ResetScope.Selection> topics = new ArrayList<>();

  @Option(names = "--offset", paramLabel = "N", description = "What became of this offset?")
  private Optional<Long> offset = Optional.empty();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "Most events of one partition, the newest (default: ${DEFAULT-VALUE}).")
  private int limit;

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    requireAtLeast(1, "--limit", limit);
    offset.ifPresent(asked -> requireAtLeast(0, "--offset", asked));
    Settings settings = settingsOptions.settings();
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "offsets");
    HistoryReport report =
        new OffsetAdministration(settings, Progress.on(spec.commandLine().getErr()))
            .looking(services -> report(services.storages()));
    new Printer(output.format(), spec.commandLine().getOut()).print(() -> report, report::table);
    return ExitCode.DONE.code();
  }

  private HistoryReport report(StoragesOfStream storages) {
    ResetScope scope = topics.isEmpty() ? new ResetScope.Stored() : new ResetScope.Named(topics);
    OptionalLong asked = offset.map(OptionalLong::of).orElseGet(OptionalLong::empty);
    return new HistorySearch(storages.stream(), storages.inUse(), limit).report(scope, asked);
  }

  private void requireAtLeast(long least, String option, long value) {
    if (value < least) {
      throw new ParameterException(
          spec.commandLine(), option + " " + value + ": must be " + least + " or more");
    }
  }
}
