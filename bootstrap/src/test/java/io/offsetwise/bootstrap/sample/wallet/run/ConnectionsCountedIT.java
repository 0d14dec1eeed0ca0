package io.offsetwise.bootstrap.sample.wallet.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.local.LocalDatabase;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.adapters.storage.local.LocalDatabaseSettings;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.JsonOf;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.run.RunReport;
import io.offsetwise.bootstrap.sample.wallet.WalletReport;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.ServicesInUse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Physical connections to the database, counted by the database while the job runs: no pool escapes
 * it, whoever has made it. A pool opens as many as it may hold, a connection per save as many as
 * there are saves.
 */
class ConnectionsCountedIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final int PARTITIONS = 5;
  private static final int POOL_SIZE = 3;

  /** A start looks at the database and migrates it on connections of their own. */
  private static final int MOST_AT_START = 25;

  /** Records that a batch takes from one partition: 100 a second, every 100 ms. */
  private static final int RECORDS_PER_RANGE = 10;

  @TempDir private Path folder;

  private LocalDatabase database;

  @BeforeEach
  void startDatabase() {
    database =
        LocalDatabaseKind.H2.start(LocalDatabaseSettings.onAnyPort(folder.resolve("database")));
  }

  @AfterEach
  void stopDatabase() {
    database.close();
  }

  @Test
  void aPoolIsBoundedHoweverManyBatchesAreSaved() throws Exception {
    assertThat(openedOver(20, "pool")).isPositive().isLessThanOrEqualTo(POOL_SIZE + MOST_AT_START);
    assertThat(openedOver(40, "pool")).isPositive().isLessThanOrEqualTo(POOL_SIZE + MOST_AT_START);
  }

  @Test
  void aConnectionPerSaveIsOpenedForEachSave() throws Exception {
    assertThat(openedOver(20, "per-save")).isGreaterThan(20 * PARTITIONS);
  }

  /** Runs at least so many batches over a topic of its own and counts. */
  private long openedOver(int batches, String choice) throws Exception {
    String topic = "counted-" + choice + "-" + batches;
    KAFKA.create(topic, PARTITIONS);
    Settings settings = settings(topic, choice);
    long before = newSession();

    WalletReport report = run(settings, (long) batches * PARTITIONS * RECORDS_PER_RANGE);

    assertThat(report.batches()).isGreaterThanOrEqualTo(batches);
    long opened = newSession() - before - 1;
    try (ServicesInUse services = ServicesInUse.of(settings, new Progress.Silent())) {
      PerJvm.close(services.connections().results());
    }
    return opened;
  }

  /** Opens a session for a moment; H2 numbers its sessions one after another. */
  private long newSession() {
    JdbcSettings settings = database.client().with(ConnectionChoice.PER_SAVE);
    try (JdbcConnections connections = settings.open()) {
      return connections.inTransaction(
          handle -> handle.createQuery("SELECT SESSION_ID()").mapTo(Long.class).one());
    }
  }

  private static WalletReport run(Settings settings, long records) throws InterruptedException {
    RunOptions options = new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.of(records));
    RunReport report =
        new JobRunner(settings, options, new StopRequest(), new Progress.Silent()).run();
    return JsonOf.report(report, WalletReport.class);
  }

  private Settings settings(String topic, String choice) {
    Map<String, String> overrides =
        Map.ofEntries(
            Map.entry("data-dir", folder.toString()),
            Map.entry("job.name", topic),
            Map.entry("job.batch-interval", "100ms"),
            Map.entry("kafka.bootstrap-servers", KAFKA.server()),
            Map.entry("kafka.topics", topic),
            Map.entry("kafka.max-rate-per-partition", "100"),
            Map.entry("storage.connection", choice),
            Map.entry("storage.pool-size", Integer.toString(POOL_SIZE)),
            Map.entry("storage.jdbc.url", database.client().url()),
            Map.entry("storage.jdbc.user", "offsetwise"),
            Map.entry(
                "storage.jdbc.password-file", folder.resolve("database/password").toString()));
    return Configuration.load(Optional.empty(), overrides).settings();
  }
}
