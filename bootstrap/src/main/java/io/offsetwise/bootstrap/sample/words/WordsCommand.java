package io.offsetwise.bootstrap.sample.words;

import io.offsetwise.bootstrap.command.OutputOption;
import io.offsetwise.bootstrap.command.Printer;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.command.SampleVerb;
import io.offsetwise.bootstrap.command.SettingsOptions;
import io.offsetwise.bootstrap.command.StoppableWork;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.process.TemporaryFolder;
import io.offsetwise.bootstrap.sample.words.stream.WordSource;
import io.offsetwise.bootstrap.settings.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code words}: the driver that recovers from Spark's checkpoint. */
@Command(
    name = "words",
    description = {
      "Counts the words of lines from a socket until Ctrl-C, and after a crash goes on from Spark's"
          + " checkpoint. It needs a server that sends lines, such as `nc -lk 9999`; Kafka and a"
          + " database are not used. The newest counts are always in counts.json of the checkpoint"
          + " folder.",
      "",
      "This is the example of Spark's documentation, not a way to keep a promise. A socket cannot send"
          + " again, so a driver that is killed loses the lines that it had received and not counted;"
          + " one that is stopped by Ctrl-C loses those that its receiver still holds. With"
          + " --state-checkpoint above 1, both also forget what they have counted since the counts were"
          + " last written to the checkpoint.",
      "With -Dspark.streaming.receiver.writeAheadLog.enable=true only that is lost which was still in"
          + " the buffers of socket and receiver. docs/receivers.md has what was measured.",
      "",
      "The settings data-dir, job.batch-interval, stop.timeout and spark.* are used. The receiver"
          + " keeps one thread for itself: spark.master needs two.",
      "",
      "-o json: {words, counts: {word: count}}."
    })
public final class WordsCommand implements SampleVerb {

  /** Beside the running batch, receiver and Spark need time to end. */
  private static final Duration END_OF_EVERYTHING_ELSE = Duration.ofSeconds(30);

  @Option(
      names = "--port",
      required = true,
      paramLabel = "N",
      description = "The port that lines are read from.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "The host that lines are read from (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--checkpoint",
      paramLabel = "DIR",
      description = {
        "The folder to recover from (default: words in data-dir). It is made for its owner alone, and"
            + " for one address, batch interval and --state-checkpoint: Spark keeps them in it."
      })
  private Optional<Path> checkpoint = Optional.empty();

  @Option(
      names = "--state-checkpoint",
      paramLabel = "N",
      defaultValue = "1",
      description = {
        "Write the counts to the checkpoint after every N batches (default: ${DEFAULT-VALUE}; Spark's"
            + " own is 10). Until then they hang on the lineage of all batches since."
      })
  private int stateCheckpoint;

  @Mixin private SettingsOptions settingsOptions;
  @Mixin private OutputOption output;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Settings settings = settingsOptions.settings();
    WordsRunner runner = runner(settings);
    TemporaryFolder.ofThisProcess().requireUsable();
    LogFile.open(settings.dataDir(), "words");
    Duration bound = settings.stop().timeout().plus(END_OF_EVERYTHING_ELSE);
    return new StoppableWork(bound, spec.commandLine().getOut(), spec.commandLine().getErr())
        .run(stop -> print(runner.run(stop)));
  }

  private WordsRunner runner(Settings settings) {
    return new WordsRunner(
        source(settings),
        new WordsFolder(
            checkpoint.map(Path::toAbsolutePath).orElse(settings.dataDir().resolve("words"))),
        settings.spark().orScratchIn(settings.dataDir().resolve("spark")).properties(),
        settings.stop().timeout(),
        Progress.on(spec.commandLine().getErr()));
  }

  private WordSource source(Settings settings) {
    try {
      return new WordSource(host, port, settings.job().batchInterval(), stateCheckpoint);
    } catch (IllegalArgumentException wrong) {
      throw new ParameterException(spec.commandLine(), wrong.getMessage(), wrong);
    }
  }

  private void print(WordsReport report) {
    new Printer(output.format(), spec.commandLine().getOut()).print(() -> report, report::table);
  }
}
