package io.offsetwise.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.adapters.storage.wallet.WalletSchema;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesLease;
import io.offsetwise.bootstrap.run.Connections;
import io.offsetwise.bootstrap.run.StreamStores;
import io.offsetwise.bootstrap.settings.Configuration;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.domain.offset.Positions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The local services in a process of their own, and what is made over them. All test classes of a
 * run share them, since no test uses the topics or the stream of another one.
 */
final class FaultServices implements BeforeAllCallback {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private Running running;

  @Override
  public void beforeAll(ExtensionContext test) {
    running =
        test.getRoot()
            .getStore(ExtensionContext.Namespace.create(FaultServices.class))
            .getOrComputeIfAbsent(Running.class, unused -> Running.start(), Running.class);
  }

  /** A new topic, whose name nobody else has. */
  PaymentTopic topic(String name, int partitions) {
    if (!running.topics().add(name)) {
      throw new IllegalArgumentException(
          name + " is a topic of another test already; all of them share one broker");
    }
    PaymentTopic topic = new PaymentTopic(kafka(), name);
    topic.create(partitions);
    return topic;
  }

  /** A new topic with so many payments in each partition. */
  PaymentTopic filledTopic(String name, int partitions, int payments) {
    PaymentTopic topic = topic(name, partitions);
    for (int partition = 0; partition < partitions; partition++) {
      topic.pay(partition, payments);
    }
    return topic;
  }

  /** A wallet job under the topics' own name; it feeds nothing by itself. */
  FaultyJob job(PaymentTopic topic) {
    Map<String, String> settings =
        Map.of(
            "data-dir", dataDir().toString(),
            "job.name", topic.name(),
            "job.batch-interval", "100ms",
            "kafka.bootstrap-servers", running.services().kafka(),
            "kafka.topics", topic.name(),
            "session.partition-check", "200ms",
            "stop.timeout", "5s");
    return new FaultyJob(running.program(), settings);
  }

  /** The same job, which waits for rows of the database no longer than this. */
  FaultyJob withLockTimeout(FaultyJob job, Duration timeout) {
    return job.with("storage.jdbc.url", database().url() + ";LOCK_TIMEOUT=" + timeout.toMillis())
        .with("storage.jdbc.user", "offsetwise")
        .with(
            "storage.jdbc.password-file", dataDir().resolve("local/database/password").toString());
  }

  /** Where the job's stream stands, wherever it keeps its positions. */
  Positions positions(FaultyJob job) {
    Settings settings = job.allSettings();
    StreamStores stores =
        new StreamStores(settings, new Connections(kafka(), database(), database()));
    try (OffsetStore offsets = stores.storage().offsets()) {
      return offsets.nextOffsets(settings.job().name());
    }
  }

  KafkaConnection kafka() {
    return KafkaConnection.to(BOUND, running.services().kafka());
  }

  JdbcSettings database() {
    return running.services().database();
  }

  /** Number of the process in which broker and database run. */
  long pid() {
    return running.services().status().pid();
  }

  private Path dataDir() {
    return running.dataDir();
  }

  /**
   * Services that run until the last test has ended.
   *
   * @param program runs in a folder that is deleted in the end
   * @param services the services
   * @param topics names of all topics so far
   */
  private record Running(Program program, ServicesLease services, Set<String> topics)
      implements AutoCloseable {

    static Running start() {
      try {
        Program program = new Program(Files.createTempDirectory("faults"));
        local(program, "start");
        Settings settings = Configuration.load(Optional.empty(), Map.of()).settings();
        ServicesLease services =
            new LocalServices(dataDir(program), settings.local(), notice -> {}).ensureRunning();
        new SchemaMigration(services.database()).migrate(SchemaPart.OFFSETS, WalletSchema.PART);
        return new Running(program, services, new HashSet<>());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    Path dataDir() {
      return dataDir(program);
    }

    @Override
    public void close() throws IOException {
      local(program, "stop");
      try (Stream<Path> files = Files.walk(program.folder())) {
        files.sorted(Comparator.reverseOrder()).forEach(Running::delete);
      }
    }

    private static void local(Program program, String verb) throws IOException {
      try {
        Program.Ended ended = program.run("local", verb, "-Ddata-dir=" + dataDir(program));
        assertThat(ended.exitCode()).as(ended.err()).isZero();
      } catch (InterruptedException interrupted) {
        throw new IllegalStateException(interrupted);
      }
    }

    private static Path dataDir(Program program) {
      return program.folder().resolve("data");
    }

    private static void delete(Path file) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
