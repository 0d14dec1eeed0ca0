package io.offsetwise.bootstrap.offsets;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.resume.Claim;
import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.resume.StartChange;
import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.Connections;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.bootstrap.stream.StreamStores;
import io.offsetwise.domain.guarantee.OffsetStorage;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each option of {@code offsets reset}, under each storage, beside the same option of Kafka's own
 * tool on a copy of the group: the same offsets, partition by partition. The log holds [20, 100),
 * [0, 50) and [0, 0); a record every ten minutes; positions are 50 and 10, and the third partition
 * has none.
 */
@ParameterizedClass
@EnumSource(names = {"OWN", "KAFKA", "CHECKPOINT"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // which rows there are depends on the storage
class ResetBesideKafkasToolIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final String TOPIC = "reset";
  private static final StreamName STREAM = new StreamName("reset-stream");
  private static final Duration BETWEEN_RECORDS = Duration.ofMinutes(10);

  /** One time for records and options alike: a class is loaded once for all of them. */
  @SuppressWarnings("TimeInStaticInitializer")
  private static final Instant FIRST_RECORD =
      Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(BETWEEN_RECORDS.multipliedBy(100));

  private static final Positions BEFORE = positions(50, 10);

  @TempDir private static Path folder;

  @Parameter private OffsetStorage storage;

  private KafkasTool kafkas;

  @BeforeAll
  static void fillTopic() throws Exception {
    KAFKA.create(TOPIC, 3);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", KAFKA.server()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      append(producer, 0, 100);
      append(producer, 1, 50);
    }
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", KAFKA.server()))) {
      admin
          .deleteRecords(
              Map.of(
                  new org.apache.kafka.common.TopicPartition(TOPIC, 0),
                  RecordsToDelete.beforeOffset(20)))
          .all()
          .get();
    }
    Files.writeString(
        folder.resolve("offsets.csv"),
        TOPIC + ",0,33\n" + TOPIC + ",2,7\n",
        StandardCharsets.UTF_8);
    JdbcSettings database = database();
    new SchemaMigration(database).migrate(SchemaPart.OFFSETS);
  }

  private static void append(KafkaProducer<byte[], byte[]> producer, int partition, int records)
      throws Exception {
    for (int number = 0; number < records; number++) {
      long time = timeOf(number).toEpochMilli();
      Future<RecordMetadata> sent =
          producer.send(new ProducerRecord<>(TOPIC, partition, time, null, new byte[] {1}));
      sent.get(30, TimeUnit.SECONDS);
    }
  }

  /** Both begin every test with the same offsets. */
  @BeforeEach
  void copyTheGroup() throws Exception {
    kafkas = new KafkasTool(KAFKA.server(), "copy");
    kafkas.commit(BEFORE);
    TopicId id = idInLog();
    try (OffsetStore offsets = offsets()) {
      Claim claim = offsets.claim(STREAM);
      List<StoredPosition> rows =
          BEFORE.nextOffsets().entrySet().stream()
              .map(each -> new StoredPosition(each.getKey(), each.getValue(), id, claim.epoch()))
              .toList();
      offsets.begin(
          STREAM,
          claim.epoch(),
          new StartChange(
              rows, List.of(new TopicPartition(TOPIC, 2)), List.of(), movesTo(rows, claim)));
    }
    assertThat(stored()).isEqualTo(kafkas.committed()).isEqualTo(BEFORE);
  }

  /** Without them the positions would be somebody else's. */
  private static List<PositionReset> movesTo(List<StoredPosition> rows, Claim claim) {
    return rows.stream()
        .filter(row -> claim.positions().containsKey(row.topicPartition()))
        .map(
            row ->
                new PositionReset(
                    row.topicPartition(),
                    OptionalLong.of(claim.positions().get(row.topicPartition()).nextOffset()),
                    row.nextOffset(),
                    "the next test",
                    "the test",
                    claim.epoch()))
        .toList();
  }

  /** Opened for a moment only: whoever claims a checkpoint holds it until it is closed. */
  private OffsetStore offsets() {
    return new StreamStores(
            Configuration.load(Optional.empty(), settings()).settings(),
            new Connections(KAFKA.connection(), database(), database()))
        .storage(storage)
        .offsets();
  }

  private Positions stored() {
    try (OffsetStore offsets = offsets()) {
      return offsets.nextOffsets(STREAM);
    }
  }

  private static JdbcSettings database() {
    return JdbcSettings.pooled(
        "jdbc:h2:file:" + folder.resolve("offsets") + ";WRITE_DELAY=0", new Credentials.None());
  }

  private Map<String, String> settings() {
    return Map.of(
        "data-dir", folder.toString(),
        "job.name", STREAM.value(),
        "job.guarantee", "at-least-once",
        "offsets.storage", storage.key(),
        "kafka.bootstrap-servers", KAFKA.server(),
        "kafka.topics", TOPIC,
        "storage.jdbc.url", database().url());
  }

  /**
   * Which offsets an option means is found out before any storage is asked to take them: under one
   * of them all options are tried, under the others those that differ in what is to be written.
   */
  private boolean isTriedThoroughly() {
    return storage == OffsetStorage.OWN || Boolean.getBoolean("offsetwise.tests.full");
  }

  Stream<List<String>> options() {
    return isTriedThoroughly() ? allOptions() : fewOptions();
  }

  /** Three partitions, two of them, and one. */
  private static Stream<List<String>> fewOptions() {
    return Stream.of(
        List.of("--all-topics", "--to-earliest"),
        List.of("--topic", TOPIC + ":0,1", "--shift-by", "-7"),
        List.of("--topic", TOPIC + ":1", "--to-latest"));
  }

  private static Stream<List<String>> allOptions() {
    return Stream.of(
        List.of("--topic", TOPIC, "--to-earliest"),
        List.of("--topic", TOPIC, "--to-latest"),
        List.of("--topic", TOPIC, "--to-current"),
        List.of("--topic", TOPIC, "--to-offset", "30"),
        List.of("--topic", TOPIC, "--to-offset", "0"),
        List.of("--topic", TOPIC, "--to-offset", "1000000"),
        List.of("--topic", TOPIC + ":0,1", "--shift-by", "5"),
        List.of("--topic", TOPIC + ":0,1", "--shift-by", "-7"),
        List.of("--topic", TOPIC + ":0,1", "--shift-by", "-1000"),
        List.of("--topic", TOPIC + ":0,1", "--shift-by", "1000"),
        List.of("--topic", TOPIC, "--to-datetime", text(timeOf(40), "")),
        List.of("--topic", TOPIC, "--to-datetime", text(timeOf(40).plusSeconds(1), "")),
        List.of("--topic", TOPIC, "--to-datetime", text(timeOf(30), "Z")),
        List.of("--topic", TOPIC, "--to-datetime", text(timeOf(36), "+01:00")),
        List.of("--topic", TOPIC, "--to-datetime", text(timeOf(0).minusSeconds(60), "")),
        List.of("--topic", TOPIC, "--to-datetime", text(timeOf(1_000), "")),
        List.of("--topic", TOPIC, "--by-duration", "PT8H25M"),
        List.of("--topic", TOPIC, "--by-duration", "PT0S"),
        List.of("--topic", TOPIC, "--by-duration", "P30D"),
        List.of("--topic", TOPIC + ":1", "--to-latest"),
        List.of("--all-topics", "--to-earliest"));
  }

  @ParameterizedTest
  @MethodSource("options")
  void theSameOptionLeadsToTheSameOffsets(List<String> options) throws Exception {
    String exported = kafkas.reset(options);

    Ended ended = reset(options, "--export", "--execute");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(stored()).isEqualTo(kafkas.committed());
    assertThat(ended.out().lines())
        .as("the export")
        .containsExactlyInAnyOrderElementsOf(exported.lines().toList());
  }

  @Test
  void theSameFileLeadsToTheSameOffsets() throws Exception {
    theSameOptionLeadsToTheSameOffsets(
        List.of("--from-file", folder.resolve("offsets.csv").toString()));
  }

  @Test
  void whatOneToolExportsTheOtherOneReads() throws Exception {
    Path ours = folder.resolve("ours.csv");
    Files.writeString(ours, reset(List.of("--to-current", "--all-topics"), "--export").out());
    kafkas.reset(List.of("--topic", TOPIC, "--to-earliest"));

    kafkas.reset(List.of("--from-file", ours.toString()));

    assertThat(kafkas.committed().of(new TopicPartition(TOPIC, 0))).hasValue(50);
    assertThat(kafkas.committed().of(new TopicPartition(TOPIC, 1))).hasValue(10);
  }

  @Test
  void withoutExecuteNothingChanges() {
    Ended ended = reset(List.of("--to-earliest"));

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .containsPattern("GROUP +TOPIC +PARTITION +OLD-OFFSET +NEW-OFFSET +DIFFERENCE")
        .containsPattern("reset-stream +reset +0 +50 +20 +-30")
        .containsPattern("reset-stream +reset +2 +- +0 +-")
        .contains("40 offsets will be read again", "Dry run: nothing was written");
    assertThat(stored()).isEqualTo(BEFORE);
  }

  Stream<List<String>> wrong() {
    return isTriedThoroughly()
        ? allWrong()
        : Stream.of(List.of("2"), List.of("4", "--to-earliest", "--topic", TOPIC + ":9"));
  }

  private static Stream<List<String>> allWrong() {
    return Stream.of(
        List.of("2"),
        List.of("2", "--to-earliest", "--to-latest"),
        List.of("2", "--to-offset", "-1"),
        List.of("2", "--to-datetime", "yesterday"),
        List.of("2", "--by-duration", "1h"),
        List.of("2", "--from-file", "none.csv"),
        List.of("2", "--to-earliest", "--topic", "a:x"),
        List.of("2", "--to-earliest", "--topic", TOPIC, "--all-topics"),
        List.of("4", "--to-earliest", "--topic", "nothing"),
        List.of("4", "--to-earliest", "--topic", TOPIC + ":9"),
        List.of("4", "--shift-by", "1"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void badInputIsOneClearErrorAndNothingIsWritten(List<String> codeAndOptions) {
    Ended ended = reset(codeAndOptions.subList(1, codeAndOptions.size()), "--execute");

    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(Integer.parseInt(codeAndOptions.get(0)));
    assertThat(ended.out()).isEmpty();
    assertThat(ended.err()).contains("offsetwise: ").doesNotContain("\tat ");
    assertThat(stored()).isEqualTo(BEFORE);
  }

  private Ended reset(List<String> options, String... more) {
    List<String> arguments = new ArrayList<>(List.of("offsets", "reset"));
    settings().forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    arguments.addAll(options);
    arguments.addAll(List.of(more));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        OffsetwiseCommandLine.execute(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    return new Ended(exitCode, out.toString(), err.toString());
  }

  /** What a verb has left. */
  private record Ended(int exitCode, String out, String err) {}

  private static TopicId idInLog() {
    try (KafkaSourceLog log = KafkaSourceLog.open(KAFKA.connection())) {
      return log.idOf(TOPIC);
    }
  }

  private static Positions positions(long first, long second) {
    return Positions.of(
        Map.of(new TopicPartition(TOPIC, 0), first, new TopicPartition(TOPIC, 1), second));
  }

  private static Instant timeOf(int record) {
    return FIRST_RECORD.plus(BETWEEN_RECORDS.multipliedBy(record));
  }

  /** The form of Kafka's tool. */
  private static String text(Instant time, String zone) {
    ZoneOffset offset = zone.isEmpty() ? ZoneOffset.UTC : ZoneOffset.of(zone);
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
            .withZone(offset)
            .format(time)
        + zone;
  }
}
