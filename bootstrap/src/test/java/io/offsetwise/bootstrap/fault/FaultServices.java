package io.offsetwise.bootstrap.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.adapters.storage.wallet.WalletSchema;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesLease;
import io.offsetwise.bootstrap.settings.Configuration;
import io.offsetwise.bootstrap.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The local services of a test class, in a process of their own, and what is made over them. */
final class FaultServices implements BeforeAllCallback, AfterAllCallback {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private Path folder;
  private Program program;
  private ServicesLease services;

  @Override
  public void beforeAll(ExtensionContext test) throws Exception {
    folder = Files.createTempDirectory("faults");
    program = new Program(folder);
    Program.Ended started = program.run("local", "start", "-Ddata-dir=" + dataDir());
    assertThat(started.exitCode()).as(started.err()).isZero();
    Settings settings = Configuration.load(Optional.empty(), Map.of()).settings();
    services = new LocalServices(dataDir(), settings.local(), notice -> {}).ensureRunning();
    new SchemaMigration(database()).migrate(SchemaPart.OFFSETS, WalletSchema.PART);
  }

  @Override
  public void afterAll(ExtensionContext test) throws Exception {
    program.run("local", "stop", "-Ddata-dir=" + dataDir());
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(FaultServices::delete);
    }
  }

  /** A new topic. */
  PaymentTopic topic(String name, int partitions) {
    PaymentTopic topic = new PaymentTopic(kafka(), name);
    topic.create(partitions);
    return topic;
  }

  /** A wallet job under the topics' own name; it feeds nothing by itself. */
  FaultyJob job(PaymentTopic topic) {
    Map<String, String> settings =
        Map.of(
            "data-dir", dataDir().toString(),
            "job.name", topic.name(),
            "job.batch-interval", "100ms",
            "kafka.bootstrap-servers", services.kafka(),
            "kafka.topics", topic.name(),
            "session.partition-check", "200ms",
            "stop.timeout", "5s");
    return new FaultyJob(program, settings);
  }

  /** The same job, which waits for rows of the database no longer than this. */
  FaultyJob withLockTimeout(FaultyJob job, Duration timeout) {
    return job.with("storage.jdbc.url", database().url() + ";LOCK_TIMEOUT=" + timeout.toMillis())
        .with("storage.jdbc.user", "offsetwise")
        .with(
            "storage.jdbc.password-file", dataDir().resolve("local/database/password").toString());
  }

  KafkaConnection kafka() {
    return KafkaConnection.to(BOUND, services.kafka());
  }

  JdbcSettings database() {
    return services.database();
  }

  /** Number of the process in which broker and database run. */
  long pid() {
    return services.status().pid();
  }

  private Path dataDir() {
    return folder.resolve("data");
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
