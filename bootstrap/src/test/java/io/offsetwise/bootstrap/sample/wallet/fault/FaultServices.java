package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.bootstrap.command.Program;
import io.offsetwise.bootstrap.local.SharedServices;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.StreamStores;
import io.offsetwise.domain.offset.Positions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The services that test classes share, and what is made over them: no test uses the topics or the
 * stream of another one.
 */
final class FaultServices implements BeforeAllCallback {

  private static final Duration BOUND = Duration.ofSeconds(20);

  private SharedServices services;

  @Override
  public void beforeAll(ExtensionContext test) {
    services = SharedServices.ofThisJvm();
    new SchemaMigration(database()).migrate(SchemaPart.OFFSETS, new WalletJob().schema());
  }

  /** A new topic, whose name nobody else has. */
  PaymentTopic topic(String name, int partitions) {
    return topic(name, partitions, TopicKind.PLAIN);
  }

  /** The same, of any kind. */
  PaymentTopic topic(String name, int partitions, TopicKind kind) {
    services.claimTopic(name, new Object());
    PaymentTopic topic = new PaymentTopic(kafka(), name);
    topic.create(partitions, kind);
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
            "kafka.bootstrap-servers", services.kafka(),
            "kafka.topics", topic.name(),
            "session.partition-check", "200ms",
            "stop.timeout", "5s");
    return new FaultyJob(new Program(services.folder()), settings);
  }

  /** The same job, which waits for rows of the database no longer than this. */
  FaultyJob withLockTimeout(FaultyJob job, Duration timeout) {
    JdbcSettings impatient =
        database().withUrl(database().url() + ";LOCK_TIMEOUT=" + timeout.toMillis());
    return on(impatient, job);
  }

  /** The same job with another database, which has its tables already. */
  FaultyJob on(JdbcSettings database, FaultyJob job) {
    Credentials.User user = (Credentials.User) database.credentials();
    SecretReference.SecretFile file = (SecretReference.SecretFile) user.password();
    return job.with("storage.jdbc.url", database.url())
        .with("storage.jdbc.user", user.name())
        .with("storage.jdbc.password-file", file.path());
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
    return KafkaConnection.to(BOUND, services.kafka());
  }

  JdbcSettings database() {
    return services.database();
  }

  /** Number of the process in which broker and database run. */
  long pid() {
    return services.pid();
  }

  /** Where files of all streams are. */
  Path dataDir() {
    return services.dataDir();
  }
}
