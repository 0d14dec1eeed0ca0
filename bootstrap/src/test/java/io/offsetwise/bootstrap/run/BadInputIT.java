package io.offsetwise.bootstrap.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.stream.LocalKafka;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a run says when it cannot start: one clear message and the documented exit code, no stack
 * trace, nothing on standard output, and no file left behind but a log; a wrong command line or
 * configuration leaves not even that.
 */
class BadInputIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final int USAGE = 2;
  private static final int CONFIGURATION = 3;
  private static final int UNAVAILABLE = 4;
  private static final int REFUSED = 5;

  private static final String TOPIC = "present";

  /** What an absent broker may take: the timeout, and what a run needs besides. */
  private static final Duration SOON = Duration.ofSeconds(3 + 5);

  @TempDir private Path folder;

  private Program program;
  private DataFolder data;

  @BeforeEach
  void inAnEmptyFolder() {
    program = new Program(folder);
    data = DataFolder.standardIn(folder);
  }

  @ParameterizedTest
  @MethodSource({"invalid", "unavailable", "refused"})
  void isOneClearMessage(BadInput input) throws Exception {
    Program.Ended ended = run(input.arguments());

    input.requireSaid(ended);
    assertThat(data.files()).isEmpty();
    if (input.exitCode() <= CONFIGURATION) {
      assertThat(data.path()).doesNotExist();
    }
  }

  static Stream<BadInput> invalid() {
    return Stream.of(
        new BadInput("a negative number", USAGE, 2)
            .with("--records=-5")
            .says("--records -5", "must be 0 or more"),
        new BadInput("an unknown key", CONFIGURATION, 1)
            .with("-Djob.nmae=tips")
            .says("job.nmae", "unknown key", "did you mean job.name?"),
        new BadInput("three wrong values", CONFIGURATION, 3)
            .with("-Djob.scope=row", "-Dkafka.timeout=5", "-Dfeed.rate=0")
            .says("job.scope = row", "batch, partition", "kafka.timeout = 5", "feed.rate = 0"),
        new BadInput("a database of another kind", CONFIGURATION, 1)
            .with("-Dstorage.jdbc.url=jdbc:other://127.0.0.1/x")
            .says("storage.jdbc.url", "jdbc:other://127.0.0.1/x", "H2 or PostgreSQL only"));
  }

  static Stream<BadInput> unavailable() {
    KAFKA.create(TOPIC, 1);
    return Stream.of(
        new BadInput("an absent topic", UNAVAILABLE, 1)
            .with(externalBroker(), "-Dkafka.topics=[" + TOPIC + ",presnt]")
            .says("presnt"),
        new BadInput("an absent database", UNAVAILABLE, 1)
            .with("-Dstorage.jdbc.url=jdbc:h2:tcp://127.0.0.1:1/./x")
            .says("jdbc:h2:tcp://127.0.0.1:1/./x cannot be reached", "start it"));
  }

  static Stream<BadInput> refused() {
    return Stream.of(
        new BadInput("one transaction over two systems", REFUSED, 1)
            .with("-Doffsets.storage=kafka")
            .says("transactional exactly-once needs one transaction", "keep offsets in"),
        new BadInput("one transaction over two databases", REFUSED, 1)
            .with("-Doffsets.jdbc.url=jdbc:h2:tcp://127.0.0.1:1/./x")
            .says("transactional exactly-once needs one transaction", "commit separately"),
        new BadInput("at-most-once from a checkpoint", REFUSED, 1)
            .with("-Djob.guarantee=at-most-once", "-Doffsets.storage=checkpoint")
            .says("at-most-once", "checkpoint"),
        new BadInput("at-most-once with copies of tasks", REFUSED, 1)
            .with("-Djob.guarantee=at-most-once", "-Dspark.speculation=true")
            .says("spark.speculation = true is refused", "the stream sets false"),
        new BadInput("at-most-once with retries", REFUSED, 1)
            .with("-Djob.guarantee=at-most-once", "-Dspark.master=local[2,4]")
            .says("spark.master = local[2,4] is refused", "without the number of failures"),
        new BadInput("batches side by side", REFUSED, 1)
            .with("-Dspark.streaming.concurrentJobs=2")
            .says("spark.streaming.concurrentJobs = 2 is refused", "out of order"),
        new BadInput("a start that Kafka decides", REFUSED, 1)
            .with("-Dkafka.properties.auto.offset.reset=latest")
            .says("auto.offset.reset = latest is refused", "latest loses records"),
        new BadInput("commits that Kafka decides", REFUSED, 1)
            .with("-Dkafka.properties.enable.auto.commit=true")
            .says("enable.auto.commit = true is refused", "not saved"));
  }

  @Test
  void anAbsentBrokerIsReportedSoonAndNothingLocalIsStarted() throws Exception {
    List<Program.Ended> ended = new ArrayList<>();

    Duration elapsed =
        elapsed(
            () ->
                ended.add(
                    run(List.of("-Dkafka.bootstrap-servers=127.0.0.1:1", "-Dkafka.timeout=3s"))));

    new BadInput("an absent broker", UNAVAILABLE, 1)
        .says(
            "Kafka at [127.0.0.1:1] did not answer, with kafka.timeout = 3000 ms,",
            "127.0.0.1:1 takes no connection (kafka.bootstrap-servers)",
            "start it, or correct")
        .requireSaid(ended.get(0));
    assertThat(elapsed).isLessThan(SOON);
    assertThat(data.files()).isEmpty();
  }

  @Test
  void aLockedDatabaseIsNamed() throws Exception {
    KAFKA.create(TOPIC, 1);
    String address = "jdbc:h2:file:" + folder.resolve("wallets");
    String url = address + ";WRITE_DELAY=0";
    try (JdbcConnections ours = JdbcSettings.pooled(url, new Credentials.None()).open()) {
      ours.inTransaction(handle -> handle.execute("CREATE TABLE ours (id INTEGER)"));

      Program.Ended ended = // in this JVM the database would be shared
          program.run(
              "run", externalBroker(), "-Dkafka.topics=" + TOPIC, "-Dstorage.jdbc.url=" + url);

      new BadInput("a locked database", UNAVAILABLE, 1)
          .says("database " + address + " is locked by another process", "stop the other one")
          .requireSaid(ended);
    }
    assertThat(data.files()).isEmpty();
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Program.Ended ended = run(List.of("-Dlocal.kafka-port=" + taken.getLocalPort()));

      new BadInput("a port in use", UNAVAILABLE, 1)
          .says("the local services did not start", Integer.toString(taken.getLocalPort()))
          .requireSaid(ended);
    }
    assertThat(data.services()).isEmpty();
    assertThat(data.files()).doesNotContain("local/services.json");
  }

  @Test
  void debugAddsTheStackTrace() throws Exception {
    Program.Ended ended = run(List.of("--debug", "-Doffsets.storage=kafka"));

    assertThat(ended.exitCode()).isEqualTo(REFUSED);
    assertThat(ended.err()).startsWith("offsetwise: ").contains("\n\tat io.offsetwise.");
  }

  private Program.Ended run(List<String> arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of("run", "--until-caught-up", "-o", "json"));
    all.addAll(arguments);
    return program.runHere(all.toArray(String[]::new));
  }

  private static String externalBroker() {
    return "-Dkafka.bootstrap-servers=" + KAFKA.server();
  }

  private static Duration elapsed(Work work) throws Exception {
    long start = System.nanoTime();
    work.run();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Something that takes time. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }
}
