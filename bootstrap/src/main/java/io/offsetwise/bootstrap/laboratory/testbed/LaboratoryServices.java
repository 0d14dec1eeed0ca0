package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesLease;
import io.offsetwise.bootstrap.settings.KafkaSettings;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.Connections;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** A broker and a database for one run, in a process of their own that no halt of a job ends. */
final class LaboratoryServices implements AutoCloseable {

  private final LocalServices services;
  private final ServicesLease lease;
  private final Settings settings;

  private LaboratoryServices(LocalServices services, ServicesLease lease, Settings settings) {
    this.services = services;
    this.lease = lease;
    this.settings = settings;
  }

  /**
   * Starts them and waits until they answer.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE}
   */
  static LaboratoryServices start(
      Path dataDir, LocalDatabaseKind database, Consumer<String> notices)
      throws InterruptedException {
    Settings settings =
        Configuration.ofDefaults(Map.of("local.database", database.key())).settings();
    LocalServices services = new LocalServices(dataDir, settings.local(), notices);
    return new LaboratoryServices(services, services.ensureRunning(), settings);
  }

  /** The broker, which is read as a job reads it that says nothing else. */
  KafkaConnection kafka() {
    KafkaSettings kafka = settings.kafka();
    return new KafkaConnection(List.of(lease.kafka()), kafka.properties(), kafka.timeout());
  }

  /** The database. */
  JdbcSettings database() {
    return lease.database();
  }

  /** Both, for whoever looks at what jobs have stored. */
  Connections connections() {
    return new Connections(kafka(), database(), database());
  }

  /** The settings that lead a job here. A job that finds nobody there does not start its own. */
  Map<String, String> addresses() {
    Credentials.User user = (Credentials.User) database().credentials();
    SecretReference.SecretFile password = (SecretReference.SecretFile) user.password();
    Map<String, String> addresses = new LinkedHashMap<>();
    addresses.put("kafka.bootstrap-servers", lease.kafka());
    addresses.put("storage.jdbc.url", database().url());
    addresses.put("storage.jdbc.user", user.name());
    addresses.put("storage.jdbc.password-file", password.path());
    return addresses;
  }

  /** Stops whatever runs in the data folder. An interrupt ends the wait for their end only. */
  @Override
  public void close() {
    disconnect(database());
    disconnect(new SharedAdmin(kafka()));
    try {
      services.stop();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What this process has opened would miss them. */
  private static void disconnect(SharedResource<?> opened) {
    try {
      PerJvm.close(opened);
    } catch (Exception inUse) {
      LoggerFactory.getLogger(LaboratoryServices.class).warn("{} did not close", opened, inUse);
    }
  }
}
