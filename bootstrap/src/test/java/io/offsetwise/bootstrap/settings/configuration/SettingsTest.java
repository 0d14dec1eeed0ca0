package io.offsetwise.bootstrap.settings.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import com.typesafe.config.ConfigFactory;
import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.bootstrap.settings.BrokerAddress;
import io.offsetwise.bootstrap.settings.DatabaseAddress;
import io.offsetwise.bootstrap.settings.FeedSettings;
import io.offsetwise.bootstrap.settings.FirstStart;
import io.offsetwise.bootstrap.settings.JobSettings;
import io.offsetwise.bootstrap.settings.KafkaSettings;
import io.offsetwise.bootstrap.settings.LocalSettings;
import io.offsetwise.bootstrap.settings.OffsetsSettings;
import io.offsetwise.bootstrap.settings.SessionSettings;
import io.offsetwise.bootstrap.settings.Settings;
import io.offsetwise.bootstrap.settings.SparkSettings;
import io.offsetwise.bootstrap.settings.StartSettings;
import io.offsetwise.bootstrap.settings.StopSettings;
import io.offsetwise.bootstrap.settings.StorageSettings;
import io.offsetwise.bootstrap.settings.WindowSettings;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.StartCase;
import io.offsetwise.domain.start.StartingPoint;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two tables: what every key is by default, and where every key goes. */
class SettingsTest {

  private static final String EVERYTHING_ELSE_THAN_BY_DEFAULT =
      """
      data-dir = /data/offsetwise
      job {
        kind = message-lengths, name = tips, guarantee = at-least-once, scope = batch, poison = dead-letter,
          batch-interval = 250ms, retry { attempts = 3, timeout = 5s }
      }
      offsets {
        storage = kafka, jdbc.url = "jdbc:h2:tcp://db/offsets", kafka.group = readers, checkpoint.dir = /data/checkpoints
        mirror.group = shown
      }
      kafka {
        bootstrap-servers = "dead:1,[::1]:9092"
        topics = [topicA, topicB]
        timeout = 3s
        open-transaction-warning = 90s
        max-rate-per-partition = 77
        properties { client.id = me, "security.protocol" = SSL, isolation.level = read_uncommitted }
      }
      storage {
        jdbc { url = "jdbc:h2:tcp://db/results", user = ada, password-env = ADAS_PASSWORD }
        connection = per-save
        pool-size = 9
        timeout = 4s
        lock-timeout = 5s
        statement-timeout = 70s
        idle-in-transaction-timeout = 3m
      }
      window.batches = 12
      start { first { topicA-0 = 5, "topicB-12" = 7 }, accept = [retention-loss, topic-recreated], accept-change = 7 }
      session.partition-check = 2m
      stop.timeout = 45s
      feed { seed = -3, keys = 8, rate = 12 }
      local {
        database = postgresql, kafka-port = 9092, database-port = 9093, partitions = 3
        start-timeout = 70s, stop-timeout = 80s
      }
      spark { master = "local[3]", executor.memory = 2g }
      """;

  @TempDir private Path folder;

  private ConfigurationFixture configuration;

  @BeforeEach
  void withoutAFile() throws Exception {
    configuration = new ConfigurationFixture(folder);
  }

  @Test
  void defaults() {
    assertThat(configuration.with().settings())
        .isEqualTo(
            new Settings(
                Path.of(".offsetwise").toAbsolutePath(),
                new JobSettings(
                    "wallet",
                    new StreamName("wallet"),
                    DeliveryGuarantee.TRANSACTIONAL_EXACTLY_ONCE,
                    SaveScope.PARTITION,
                    PoisonPolicy.FAIL,
                    Duration.ofSeconds(1),
                    new RetryBound(10, Duration.ofMinutes(1))),
                new OffsetsSettings(
                    OffsetStorage.OWN,
                    Optional.empty(),
                    "wallet",
                    Path.of(".offsetwise/checkpoint").toAbsolutePath(),
                    Optional.empty()),
                new KafkaSettings(
                    new BrokerAddress.Local(),
                    List.of("payments"),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5),
                    10_000,
                    Map.of("isolation.level", "read_committed")),
                new StorageSettings(
                    new DatabaseAddress.Local(),
                    new Credentials.None(),
                    ConnectionChoice.POOL,
                    OptionalInt.empty(),
                    JdbcTimeouts.STANDARD),
                new WindowSettings(3),
                new StartSettings(
                    new FirstStart.At(new StartingPoint.Earliest()),
                    Set.of(),
                    OptionalLong.empty()),
                new SessionSettings(Duration.ofSeconds(10)),
                new StopSettings(Duration.ofSeconds(30)),
                new FeedSettings(1, 100, 500),
                new LocalSettings(
                    LocalDatabaseKind.H2, 0, 0, 5, Duration.ofSeconds(60), Duration.ofSeconds(20)),
                new SparkSettings(Map.of())));
  }

  @Test
  void aStreamIsCalledAsItsJobUnlessItHasAName() {
    assertThat(configuration.with("job.kind=message-lengths").settings().job().name())
        .isEqualTo(new StreamName("message-lengths"));
  }

  @Test
  void fullMapping() throws Exception {
    assertThat(configuration.holding(EVERYTHING_ELSE_THAN_BY_DEFAULT).with().settings())
        .isEqualTo(
            new Settings(
                Path.of("/data/offsetwise"),
                new JobSettings(
                    "message-lengths",
                    new StreamName("tips"),
                    DeliveryGuarantee.AT_LEAST_ONCE,
                    SaveScope.BATCH,
                    PoisonPolicy.DEAD_LETTER,
                    Duration.ofMillis(250),
                    new RetryBound(3, Duration.ofSeconds(5))),
                new OffsetsSettings(
                    OffsetStorage.KAFKA,
                    Optional.of("jdbc:h2:tcp://db/offsets"),
                    "readers",
                    Path.of("/data/checkpoints"),
                    Optional.of("shown")),
                new KafkaSettings(
                    new BrokerAddress.Servers(List.of("dead:1", "[::1]:9092")),
                    List.of("topicA", "topicB"),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(90),
                    77,
                    Map.of(
                        "client.id", "me",
                        "isolation.level", "read_uncommitted",
                        "security.protocol", "SSL")),
                new StorageSettings(
                    new DatabaseAddress.Url("jdbc:h2:tcp://db/results"),
                    new Credentials.User(
                        "ada", new SecretReference.EnvironmentVariable("ADAS_PASSWORD")),
                    ConnectionChoice.PER_SAVE,
                    OptionalInt.of(9),
                    new JdbcTimeouts(
                        Duration.ofSeconds(4),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(70),
                        Duration.ofMinutes(3))),
                new WindowSettings(12),
                new StartSettings(
                    new FirstStart.At(
                        new StartingPoint.Given(
                            Positions.of(
                                Map.of(
                                    new TopicPartition("topicA", 0), 5L,
                                    new TopicPartition("topicB", 12), 7L)))),
                    Set.of(StartCase.RETENTION_LOSS, StartCase.TOPIC_RECREATED),
                    OptionalLong.of(7)),
                new SessionSettings(Duration.ofMinutes(2)),
                new StopSettings(Duration.ofSeconds(45)),
                new FeedSettings(-3, 8, 12),
                new LocalSettings(
                    LocalDatabaseKind.POSTGRESQL,
                    9092,
                    9093,
                    3,
                    Duration.ofSeconds(70),
                    Duration.ofSeconds(80)),
                new SparkSettings(
                    Map.of("spark.master", "local[3]", "spark.executor.memory", "2g"))));
  }

  /** Except the file, which excludes the variable; it has a test of its own. */
  @Test
  void theFullMappingIsFull() {
    KnownKeys known = KnownKeys.of(ConfigFactory.parseResources("reference.conf").root());
    Set<String> mapped =
        known.valuesIn(ConfigFactory.parseString(EVERYTHING_ELSE_THAN_BY_DEFAULT).root()).keySet();

    assertThat(Sets.difference(known.keys(), mapped)).containsExactly("storage.jdbc.password-file");
  }
}
