package io.offsetwise.bootstrap.produce;

import io.offsetwise.application.shared.ByteOrderMark;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.job.Jobs;
import io.offsetwise.bootstrap.job.RecordGenerator;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.settings.Settings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code produce}: feeds topics. */
@Command(
    name = "produce",
    description = {
      "Feeds the job's topics with records that the job generates (payments), or a topic with the"
          + " lines of a file. Generated records that are there already are not fed again."
    })
public final class ProduceCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";
  private static final String SEED = "feed.seed";

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Chooses the sequence of generated records (default: feed.seed).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--topic",
      paramLabel = "NAME",
      description = "The topic to feed (default: kafka.topics, in turn).")
  private Optional<String> topic = Optional.empty();

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    Settings settings = settingsOptions.settings(seed());
    Input input = input(settings);
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "produce");
    PrintWriter err = spec.commandLine().getErr();
    LocalServices services = new LocalServices(settings.dataDir(), settings.local(), err::println);
    List<String> topics = topic.map(List::of).orElse(settings.kafka().topics());
    long sent = new Production(settings, services, topics).feed(input);
    Report report = new Report(topics, sent);
    new Printer(output.format(), spec.commandLine().getOut())
        .print(() -> report, () -> sent + " records written to " + String.join(", ", topics));
    return ExitCode.DONE.code();
  }

  private Map<String, String> seed() {
    return seed.map(number -> Map.of(SEED, Long.toString(number))).orElseGet(Map::of);
  }

  private Input input(Settings settings) {
    if (what.records.isPresent()) {
      return new Generated(
          generator(settings), what.records.get(), Progress.on(spec.commandLine().getErr()));
    }
    return new Lines(what.file.equals(STANDARD_INPUT) ? () -> System.in : file(what.file));
  }

  private RecordGenerator generator(Settings settings) {
    return Jobs.of(settings)
        .generator(settings)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--records: job.kind = "
                        + settings.job().kind()
                        + " generates no records; use --file"));
  }

  /** The file; looked at before anything is started for it. */
  private Lines.Source file(String name) {
    Path file = Path.of(name);
    if (!Files.isReadable(file)) {
      throw new ParameterException(
          spec.commandLine(), "--file " + file + ": there is no such file, or it is not readable");
    }
    requireLines(file);
    return () -> Files.newInputStream(file);
  }

  private void requireLines(Path file) {
    try (BufferedInputStream input = new BufferedInputStream(Files.newInputStream(file))) {
      ByteOrderMark.passOver(input);
    } catch (IOException noLines) {
      throw new ParameterException(
          spec.commandLine(), "--file " + file + ": " + noLines.getMessage(), noLines);
    }
  }

  /** One of the two must be given. */
  private static final class What {

    @Option(
        names = "--records",
        paramLabel = "N",
        description = "Generated records: how many the topics shall hold in total.")
    private Optional<Long> records = Optional.empty();

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = {
          "Lines of this file, or of standard input if it is -; each becomes a record without a key,"
              + " and a file that is fed again is added again.",
          "A line ends with LF or CR LF. All other bytes are kept as they are, whatever their"
              + " encoding, but a byte order mark at the beginning: that of UTF-8 is passed over, an"
              + " input in UTF-16 is refused. An empty line is an empty record.",
          "A record has at most 10 MB (max.request.size in kafka.properties, and max.message.bytes"
              + " of the topic: 1 MB where a broker was not told otherwise)."
        })
    private String file;
  }

  /** The JSON form. */
  private record Report(List<String> topics, long sent) {}
}
