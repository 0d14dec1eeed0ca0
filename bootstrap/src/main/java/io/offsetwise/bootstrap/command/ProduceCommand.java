package io.offsetwise.bootstrap.command;

import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.log.LogFile;
import io.offsetwise.bootstrap.produce.Input;
import io.offsetwise.bootstrap.produce.Lines;
import io.offsetwise.bootstrap.produce.Payments;
import io.offsetwise.bootstrap.produce.Production;
import io.offsetwise.bootstrap.run.Progress;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.wallet.PaymentGenerator;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      "Feeds the job's topics with generated payments, or a topic with the lines of a file. Feeding"
          + " the same payments again adds nothing twice."
    })
final class ProduceCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  @ArgGroup(multiplicity = "1")
  private What what;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Chooses the sequence of payments (default: feed.seed).")
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
    Settings settings = settingsOptions.settings();
    Input input = input(settings);
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

  private Input input(Settings settings) {
    if (what.records.isPresent()) {
      PaymentGenerator generator =
          new PaymentGenerator(seed.orElse(settings.feed().seed()), settings.feed().wallets());
      return new Payments(generator, what.records.get(), Progress.on(spec.commandLine().getErr()));
    }
    return new Lines(what.file.equals(STANDARD_INPUT) ? () -> System.in : file(what.file));
  }

  /** The file; looked at before anything is started for it. */
  private Lines.Source file(String name) {
    Path file = Path.of(name);
    if (!Files.isReadable(file)) {
      throw new ParameterException(
          spec.commandLine(), "--file " + file + ": there is no such file, or it is not readable");
    }
    return () -> Files.newInputStream(file);
  }

  /** One of the two must be given. */
  private static final class What {

    @Option(
        names = "--records",
        paramLabel = "N",
        description = "Generated payments: how many the topics shall hold in total.")
    private Optional<Long> records = Optional.empty();

    @Option(
        names = "--file",
        paramLabel = "FILE",
        description = "Lines of this file, or of standard input if it is -; each is a record.")
    private String file;
  }

  /** The JSON form. */
  private record Report(List<String> topics, long sent) {}
}
