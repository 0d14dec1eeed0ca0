package io.offsetwise.bootstrap.sample.wallet.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.run.DataFolder;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import io.offsetwise.bootstrap.sample.wallet.run.PrintedSummary;
import io.offsetwise.bootstrap.sample.wallet.run.WalletContents;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.StreamStores;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Positions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A broker with payments in two topics of three partitions, and a database: they live on when a job
 * is killed, and all streams of a test class share them.
 */
final class FedServices {

  private static final List<String> SETTINGS =
      List.of(
          "-Dkafka.topics=[left,right]",
          "-Dlocal.partitions=3",
          "-Dfeed.keys=1000",
          "-Djob.batch-interval=100ms");

  private final Program program;
  private final DataFolder data;
  private Optional<JdbcConnections> database = Optional.empty();
  private Optional<Connections> connections = Optional.empty();

  /** Services that do not run yet. */
  FedServices(Path folder) {
    program = new Program(folder);
    data = DataFolder.standardIn(folder);
  }

  /** Starts them and feeds the topics. */
  void start(long records) throws Exception {
    requireDone(program.runHere("local", "start"));
    List<String> words = new ArrayList<>(List.of("produce", "--records=" + records));
    words.addAll(SETTINGS);
    requireDone(program.runHere(words.toArray(String[]::new)));
    JdbcSettings settings = data.database();
    database = Optional.of(settings.open());
    connections = Optional.of(new Connections(data.kafka(), settings, settings));
  }

  /** Stops what runs of them. */
  void stop() throws Exception {
    database.ifPresent(JdbcConnections::close);
    program.runHere("local", "stop");
  }

  /** Starts a class of the tests in their folder. */
  Program.Running start(Class<?> main, List<String> arguments) throws IOException {
    return program.start(main, arguments);
  }

  /** Starts the packaged job until it has caught up. */
  Program.Running startJob(KilledStream stream, String... settings) throws IOException {
    return program.start(jobWords(stream, settings));
  }

  private String[] jobWords(KilledStream stream, String... settings) {
    List<String> words = new ArrayList<>(List.of("run", "--until-caught-up", "--output=json"));
    words.addAll(settingsOf(stream, settings));
    return words.toArray(String[]::new);
  }

  /** Runs the job in this JVM, where it must end before it has read anything. */
  Program.Ended refused(KilledStream stream, String... settings) {
    return program.runHere(jobWords(stream, settings));
  }

  /** Starts the packaged job, which feeds its topics and runs until it is stopped. */
  Program.Running startEndless(KilledStream stream, String... settings) throws IOException {
    List<String> words = new ArrayList<>(List.of("run"));
    words.addAll(settingsOf(stream, settings));
    return program.start(words.toArray(String[]::new));
  }

  /** Runs the packaged job until it has caught up; it must end well. */
  WalletReport finish(KilledStream stream, String... settings) throws Exception {
    return PrintedSummary.ofSuccess(Program.end(startJob(stream, settings)));
  }

  /** All settings of a stream's job, for any process in the folder. */
  List<String> settingsOf(KilledStream stream, String... further) {
    return Stream.of(SETTINGS.stream(), stream.settings().stream(), Stream.of(further))
        .flatMap(words -> words)
        .toList();
  }

  /** What the database holds of the stream. */
  WalletContents stored(KilledStream stream) {
    return WalletContents.stored(database.orElseThrow(), stream.name(), stream.plan());
  }

  /**
   * What the log says that it should hold, up to the stream's positions; up to the log's end where
   * nobody sends the last commit of a run.
   */
  WalletContents replayed(KilledStream stream) {
    return replayed(stream.storage() == OffsetStorage.KAFKA_ASYNC ? endOfLog() : positions(stream));
  }

  /** The same up to any positions. */
  WalletContents replayed(Positions end) {
    return WalletContents.replayed(data.kafka(), end);
  }

  private Positions endOfLog() {
    try (KafkaSourceLog log = KafkaSourceLog.open(data.kafka())) {
      return log.endOf(log.partitions(Set.of("left", "right")));
    }
  }

  /** What nobody but the database's clients may know. */
  String databasePassword() throws IOException {
    try (Stream<Path> files = Files.walk(data.path())) {
      Path password = files.filter(file -> file.endsWith("password")).findFirst().orElseThrow();
      return Files.readString(password);
    }
  }

  /** The stream's positions, wherever it keeps them; none before its first start. */
  Positions positions(KilledStream stream) {
    Map<String, String> settings =
        Map.of(
            "data-dir", data.path().toString(),
            "job.name", stream.name().value(),
            "kafka.topics", "[left,right]");
    return new StreamStores(
            Configuration.ofDefaults(settings).settings(), connections.orElseThrow())
        .storage(stream.storage())
        .offsets()
        .nextOffsets(stream.name());
  }

  private static void requireDone(Program.Ended ended) {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
  }
}
