package io.offsetwise.bootstrap.settings.configuration;

import static io.offsetwise.bootstrap.settings.value.ValueParsers.duration;
import static io.offsetwise.bootstrap.settings.value.ValueParsers.list;
import static io.offsetwise.bootstrap.settings.value.ValueParsers.oneOf;
import static io.offsetwise.bootstrap.settings.value.ValueParsers.optional;
import static io.offsetwise.bootstrap.settings.value.ValueParsers.properties;
import static io.offsetwise.bootstrap.settings.value.ValueParsers.text;
import static io.offsetwise.bootstrap.settings.value.ValueParsers.wholeNumber;

import io.offsetwise.adapters.kafka.log.UnreadableKafkaProperties;
import io.offsetwise.adapters.kafka.secret.LiteralSecrets;
import io.offsetwise.adapters.spark.driver.runtime.UnreadableSparkProperties;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.adapters.storage.local.LocalDatabaseKind;
import io.offsetwise.application.save.PoisonPolicy;
import io.offsetwise.application.save.RetryBound;
import io.offsetwise.bootstrap.settings.FeedSettings;
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
import io.offsetwise.bootstrap.settings.value.Folders;
import io.offsetwise.bootstrap.settings.value.KafkaParsers;
import io.offsetwise.bootstrap.settings.value.StartParsers;
import io.offsetwise.bootstrap.settings.value.StorageParsers;
import io.offsetwise.bootstrap.settings.value.ValueParser;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.guarantee.SaveScope;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.start.StartCase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;

/** Which key becomes which component of which record, and what it may be. */
final class SettingsBinding {

  private static final String ISOLATION_LEVEL = "isolation.level";
  private static final List<String> ISOLATION_LEVELS =
      List.of("read_committed", "read_uncommitted");
  private static final int MOST_CONNECTIONS = 100;
  private static final int MOST_KEYS = 1_000_000;
  private static final int MOST_BATCHES = 1_000;
  private static final int MOST_ATTEMPTS = 1_000;
  private static final int MOST_PARTITIONS = 1_000;
  private static final int LARGEST_PORT = 65_535;
  private static final Duration ONE_SECOND = Duration.ofSeconds(1);

  private static final ValueParser<StreamName> NAME =
      text("must be a name of 1 to 200 characters", StreamName::new);

  private final ValueReader values;

  SettingsBinding(ValueReader values) {
    this.values = values;
  }

  /** Reads all keys, in the order of {@code reference.conf}. */
  Settings bind() {
    Path dataDir = values.read("data-dir", Folders.absolute());
    Folders.problemOfData(dataDir).ifPresent(problem -> values.report("data-dir", problem));
    JobSettings job = job();
    Settings settings =
        new Settings(
            dataDir,
            job,
            offsets(job, dataDir),
            kafka(),
            storage(),
            new WindowSettings(number("window.batches", 1, MOST_BATCHES)),
            start(),
            new SessionSettings(
                values.read("session.partition-check", duration(Duration.ofMillis(100)))),
            new StopSettings(values.read("stop.timeout", duration(ONE_SECOND))),
            feed(),
            local(),
            spark());
    new PathsOnMachines(values).check(settings);
    return settings;
  }

  private JobSettings job() {
    StreamName kind = values.read("job.kind", NAME);
    Optional<StreamName> name = values.read("job.name", optional(NAME));
    return new JobSettings(
        kind.value(),
        name.orElse(kind),
        values.read("job.guarantee", oneOf(DeliveryGuarantee.values(), DeliveryGuarantee::key)),
        values.read("job.scope", oneOf(SaveScope.values(), SaveScope::key)),
        values.read("job.poison", oneOf(PoisonPolicy.values(), PoisonPolicy::key)),
        values.read("job.batch-interval", duration(Duration.ofMillis(10))),
        new RetryBound(
            number("job.retry.attempts", 1, MOST_ATTEMPTS),
            values.read("job.retry.timeout", duration(ONE_SECOND))));
  }

  private OffsetsSettings offsets(JobSettings job, Path dataDir) {
    OffsetsSettings offsets =
        new OffsetsSettings(
            values.read("offsets.storage", oneOf(OffsetStorage.values(), OffsetStorage::key)),
            values.read("offsets.jdbc.url", StorageParsers.offsets()),
            values
                .read("offsets.kafka.group", optional(text()))
                .orElseGet(() -> job.name().value()),
            values
                .read("offsets.checkpoint.dir", optional(Folders.absolute()))
                .orElseGet(() -> dataDir.resolve("checkpoint")),
            values.read("offsets.mirror.group", optional(text())));
    // Under every storage: describe and copy look into Kafka's group whatever the job works with.
    if (offsets.mirrorGroup().filter(offsets.kafkaGroup()::equals).isPresent()) {
      values.report(
          "offsets.mirror.group",
          "must be another group than offsets.kafka.group, which keeps true positions where"
              + " offsets.storage is kafka");
    }
    return offsets;
  }

  private KafkaSettings kafka() {
    Map<String, String> properties = values.read("kafka.properties", properties(""));
    // Kafka's clients know the others better; this one decides what the results of a job are.
    if (!ISOLATION_LEVELS.contains(properties.get(ISOLATION_LEVEL))) {
      values.report(
          PassThrough.path("kafka.properties." + ISOLATION_LEVEL),
          "must be one of " + String.join(", ", ISOLATION_LEVELS));
    }
    for (String secret : LiteralSecrets.in(properties)) {
      values.report(
          PassThrough.path("kafka.properties." + secret),
          "holds a secret as text, and Spark writes what executors need into files: name it"
              + " instead, \"${env:NAME}\" or \"${file:/path}\"");
    }
    SortedMap<String, String> unreadable = UnreadableKafkaProperties.in(properties);
    unreadable.remove(ISOLATION_LEVEL); // it is told of above
    unreadable.forEach(
        (name, problem) -> values.report(PassThrough.path("kafka.properties." + name), problem));
    return new KafkaSettings(
        values.read("kafka.bootstrap-servers", KafkaParsers.bootstrapServers()),
        values.read("kafka.topics", KafkaParsers.topics()),
        values.read("kafka.timeout", duration(ONE_SECOND)),
        values.read("kafka.open-transaction-warning", duration(ONE_SECOND)),
        values.read("kafka.max-rate-per-partition", wholeNumber(1, Integer.MAX_VALUE)),
        properties);
  }

  private StorageSettings storage() {
    return new StorageSettings(
        values.read("storage.jdbc.url", StorageParsers.results()),
        credentials(),
        values.read("storage.connection", StorageParsers.connection()),
        values
            .read("storage.pool-size", optional(wholeNumber(1, MOST_CONNECTIONS)))
            .map(size -> OptionalInt.of(Math.toIntExact(size)))
            .orElseGet(OptionalInt::empty),
        timeouts());
  }

  private JdbcTimeouts timeouts() {
    Duration connection = values.read("storage.timeout", duration(ONE_SECOND));
    Duration lock = values.read("storage.lock-timeout", duration(ONE_SECOND));
    Duration answer = values.read("storage.statement-timeout", duration(ONE_SECOND));
    Duration idle = values.read("storage.idle-in-transaction-timeout", duration(ONE_SECOND));
    if (answer.compareTo(lock) <= 0) {
      values.report(
          "storage.statement-timeout",
          "must be longer than storage.lock-timeout, or a wait for a row would look like a"
              + " database that hangs");
      return JdbcTimeouts.STANDARD;
    }
    return new JdbcTimeouts(connection, lock, answer, idle);
  }

  private Credentials credentials() {
    Optional<String> user = values.read("storage.jdbc.user", optional(text()));
    SecretReference password = password();
    if (user.isEmpty() && !(password instanceof SecretReference.None)) {
      values.report("storage.jdbc.user", "must be the database user whom the password belongs to");
    }
    return user.<Credentials>map(name -> new Credentials.User(name, password))
        .orElseGet(Credentials.None::new);
  }

  private SecretReference password() {
    Optional<SecretReference> variable =
        values.read(
            "storage.jdbc.password-env",
            optional(
                text(
                    "must be the name of an environment variable",
                    SecretReference.EnvironmentVariable::new)));
    Optional<SecretReference> file =
        values.read(
            "storage.jdbc.password-file",
            optional(
                text(
                    "must be a file",
                    path -> new SecretReference.SecretFile(absolute(path).toString()))));
    if (variable.isPresent() && file.isPresent()) {
      values.report(
          "storage.jdbc.password-file", "storage.jdbc.password-env is set too; keep one of them");
    }
    return variable.or(() -> file).orElseGet(SecretReference.None::new);
  }

  private StartSettings start() {
    return new StartSettings(
        values.read("start.first", StartParsers.first()),
        Set.copyOf(values.read("start.accept", list(oneOf(StartCase.values(), StartCase::key)))),
        values
            .read("start.accept-change", optional(wholeNumber(1, Long.MAX_VALUE)))
            .map(OptionalLong::of)
            .orElseGet(OptionalLong::empty));
  }

  private FeedSettings feed() {
    return new FeedSettings(
        values.read("feed.seed", wholeNumber(Long.MIN_VALUE, Long.MAX_VALUE)),
        number("feed.keys", 1, MOST_KEYS),
        number("feed.rate", 1, MOST_KEYS));
  }

  private LocalSettings local() {
    return new LocalSettings(
        values.read("local.database", oneOf(LocalDatabaseKind.values(), LocalDatabaseKind::key)),
        number("local.kafka-port", 0, LARGEST_PORT),
        number("local.database-port", 0, LARGEST_PORT),
        number("local.partitions", 1, MOST_PARTITIONS),
        values.read("local.start-timeout", duration(ONE_SECOND)),
        values.read("local.stop-timeout", duration(ONE_SECOND)));
  }

  private SparkSettings spark() {
    Map<String, String> properties = values.read("spark", properties("spark."));
    UnreadableSparkProperties.in(properties)
        .forEach((name, problem) -> values.report(PassThrough.path(name), problem));
    return new SparkSettings(properties);
  }

  private int number(String key, int smallest, int largest) {
    return Math.toIntExact(values.read(key, wholeNumber(smallest, largest)));
  }

  private static Path absolute(String path) {
    return Path.of(path).toAbsolutePath().normalize();
  }
}
