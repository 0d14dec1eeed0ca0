package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.local.LocalServices;
import io.offsetwise.bootstrap.local.ServicesLease;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import io.offsetwise.bootstrap.settings.KafkaSettings;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.StorageSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The broker and the database of a run; closing it stops what was started for it. */
public final class ServicesInUse implements AutoCloseable {

  private final Settings settings;
  private final Optional<ServicesLease> local;

  private ServicesInUse(Settings settings, Optional<ServicesLease> local) {
    this.settings = settings;
    this.local = local;
  }

  /**
   * Finds the services that the settings name, and starts the local ones when they are needed and
   * do not run. What somebody else runs is looked at first: starting the local ones takes seconds
   * and leaves files behind.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     broker, topics or database are not there, or the local ones cannot be started
   */
  public static ServicesInUse of(Settings settings, Progress progress) throws InterruptedException {
    ServicesInUse ofOthers = new ServicesInUse(settings, Optional.empty());
    ofOthers.requireUsable();
    if (settings.kafka().bootstrapServers() instanceof BrokerAddress.Servers
        && settings.storage().database() instanceof DatabaseAddress.Url) {
      return ofOthers;
    }
    LocalServices services = new LocalServices(settings.dataDir(), settings.local(), progress::say);
    return new ServicesInUse(settings, Optional.of(services.ensureRunning()));
  }

  private void requireUsable() {
    if (settings.kafka().bootstrapServers() instanceof BrokerAddress.Servers) {
      try (SourceLog log = KafkaSourceLog.open(kafka())) {
        log.partitions(Set.copyOf(settings.kafka().topics()));
      }
    }
    if (settings.storage().database() instanceof DatabaseAddress.Url) {
      results().requireUsable();
    }
  }

  /** Where to connect. */
  public Connections connections() {
    JdbcSettings results = results();
    return new Connections(kafka(), results, offsets(results));
  }

  private KafkaConnection kafka() {
    KafkaSettings kafka = settings.kafka();
    List<String> servers =
        kafka.bootstrapServers() instanceof BrokerAddress.Servers external
            ? external.servers()
            : List.of(local.orElseThrow().kafka());
    return new KafkaConnection(servers, kafka.properties(), kafka.timeout());
  }

  private JdbcSettings results() {
    StorageSettings storage = settings.storage();
    JdbcSettings found =
        storage.database() instanceof DatabaseAddress.Url external
            ? JdbcSettings.pooled(external.url(), storage.credentials())
            : local.orElseThrow().database();
    return found
        .with(storage.connection())
        .withPoolSize(settings.poolSize())
        .with(storage.timeouts());
  }

  private JdbcSettings offsets(JdbcSettings results) {
    return settings.offsets().jdbcUrl().map(results::withUrl).orElse(results);
  }

  @Override
  public void close() {
    local.ifPresent(ServicesLease::close);
  }
}
