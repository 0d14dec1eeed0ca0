package io.offsetwise.bootstrap.offsets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.offsetwise.application.session.RunLimit;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.bootstrap.OffsetwiseCommandLine;
import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.Progress;
import io.offsetwise.bootstrap.run.JobRunner;
import io.offsetwise.bootstrap.run.RunOptions;
import io.offsetwise.bootstrap.settings.configuration.Configuration;
import io.offsetwise.bootstrap.stream.LocalKafka;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code offsets describe} beside Kafka's own tool, after real runs: the same columns in the same
 * order, and the same values, for the group that keeps the positions and for one that mirrors them.
 */
class DescribeBesideKafkasToolIT {

  @RegisterExtension static final LocalKafka KAFKA = new LocalKafka();

  private static final int KAFKAS_COLUMNS = 6;
  private static final int PARTITIONS = 3;

  @TempDir private static Path folder;

  @Test
  void theyAgreeOnTheGroupThatKeepsThePositions() throws Exception {
    Map<String, String> settings = stream("kept", "kafka");
    run(settings);
    leaveALag("kept");

    List<List<String>> kafkas = new KafkasTool(KAFKA.server(), "kept").describe();

    assertThat(kafkas).hasSize(1 + PARTITIONS);
    assertThat(shown(settings)).isEqualTo(firstColumns(kafkas));
    assertThat(reported(settings)).containsExactlyInAnyOrderElementsOf(rows(kafkas));
    assertThat(lags(kafkas)).containsExactlyInAnyOrder("7", "0", "3");
  }

  @ParameterizedTest
  @CsvSource({"own", "checkpoint"})
  void theMirrorIsEqualToTheTruePositionsAndShowsTheirLag(String storage) throws Exception {
    String name = "mirrored-" + storage;
    Map<String, String> settings = mirrored(stream(name, storage), "mirror-of-" + storage);
    KafkasTool mirror = new KafkasTool(KAFKA.server(), "mirror-of-" + storage);
    run(settings);
    assertThat(mirror.committed()).isEqualTo(positions(name, 10, 20, 30));
    leaveALag(name);

    List<List<String>> kafkas = mirror.describe();

    assertThat(withoutGroup(reported(settings)))
        .containsExactlyInAnyOrderElementsOf(withoutGroup(rows(kafkas)));
    assertThat(lags(kafkas)).containsExactlyInAnyOrder("7", "0", "3");
  }

  /** Whoever reads there would lose or repeat records with the offsets of the mirror. */
  @Test
  void aMirrorIsRefusedWhereSomebodyReadsOrHasRead() throws Exception {
    Map<String, String> settings = mirrored(stream("unshown", "own"), "busy");
    try (KafkaConsumer<byte[], byte[]> reader = reader("busy")) {
      reader.subscribe(List.of("unshown"));
      Awaitility.await()
          .until(
              () -> reader.poll(Duration.ofMillis(50)) != null && !reader.assignment().isEmpty());

      assertThat(refusal(settings))
          .contains("group busy", "it has members", "holds unshown-0, unshown-1, unshown-2");
      reader.assignment().forEach(reader::position); // what has no position yet is not committed
      reader.commitSync();
    }

    assertThat(refusal(settings)).contains("group busy", "was written by somebody else");
  }

  private static String refusal(Map<String, String> settings) {
    StoppedException stop = catchThrowableOfType(StoppedException.class, () -> run(settings));
    assertThat(ExitCode.of(stop)).isEqualTo(ExitCode.REFUSED);
    return stop.getMessage();
  }

  /** A topic of its own that holds 10, 20 and 30 records, and the job that reads it. */
  private static Map<String, String> stream(String name, String storage) throws Exception {
    KAFKA.create(name, PARTITIONS);
    for (int partition = 0; partition < PARTITIONS; partition++) {
      KAFKA.append(name, partition, 10 + 10 * partition);
    }
    return Map.of(
        "data-dir",
        folder.toString(),
        "job.name",
        name,
        "job.kind",
        "message-lengths",
        "job.guarantee",
        "at-least-once",
        "job.batch-interval",
        "100ms",
        "offsets.storage",
        storage,
        "kafka.bootstrap-servers",
        KAFKA.server(),
        "kafka.topics",
        name,
        "storage.jdbc.url",
        "jdbc:h2:file:" + folder.resolve(name) + ";WRITE_DELAY=0");
  }

  private static Map<String, String> mirrored(Map<String, String> settings, String group) {
    Map<String, String> all = new HashMap<>(settings);
    all.put("offsets.mirror.group", group);
    return Map.copyOf(all);
  }

  private static void leaveALag(String topic) throws Exception {
    KAFKA.append(topic, 0, 7);
    KAFKA.append(topic, 2, 3);
  }

  private static void run(Map<String, String> settings) throws Exception {
    new JobRunner(
            Configuration.load(Optional.empty(), settings).settings(),
            new RunOptions(RunLimit.UNTIL_CAUGHT_UP, OptionalLong.empty()),
            new StopRequest(),
            new Progress.Silent())
        .run();
  }

  private static KafkaConsumer<byte[], byte[]> reader(String group) {
    return new KafkaConsumer<>(
        Map.of(
            "bootstrap.servers",
            KAFKA.server(),
            "group.id",
            group,
            "enable.auto.commit",
            "false",
            "allow.auto.create.topics",
            "false"),
        new ByteArrayDeserializer(),
        new ByteArrayDeserializer());
  }

  private static Positions positions(String topic, long first, long second, long third) {
    return Positions.of(
        Map.of(
            new TopicPartition(topic, 0), first,
            new TopicPartition(topic, 1), second,
            new TopicPartition(topic, 2), third));
  }

  /** Kafka's columns of the table, its heading included. */
  private static List<List<String>> shown(Map<String, String> settings) {
    return firstColumns(
        describe(settings).lines().map(line -> List.of(line.strip().split(" +", -1))).toList());
  }

  /** The same of the JSON, without a heading. */
  private static List<List<String>> reported(Map<String, String> settings) throws Exception {
    JsonNode report = new ObjectMapper().readTree(describe(settings, "-ojson"));
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode position : report.get("positions")) {
      assertThat(position.get("inUse").asBoolean()).isTrue();
      rows.add(
          Stream.concat(
                  Stream.of(report.get("stream").asText()),
                  Stream.of("topic", "partition", "currentOffset", "logEndOffset", "lag")
                      .map(field -> position.get(field).asText()))
              .toList());
    }
    return rows;
  }

  private static String describe(Map<String, String> settings, String... options) {
    List<String> arguments = new ArrayList<>(List.of("offsets", "describe"));
    settings.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    arguments.addAll(List.of(options));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        OffsetwiseCommandLine.execute(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    assertThat(exitCode).as(err.toString()).isZero();
    return out.toString();
  }

  private static List<List<String>> rows(List<List<String>> table) {
    return firstColumns(table.subList(1, table.size()));
  }

  private static List<List<String>> firstColumns(List<List<String>> table) {
    return table.stream().map(row -> row.subList(0, KAFKAS_COLUMNS)).toList();
  }

  private static List<List<String>> withoutGroup(List<List<String>> rows) {
    return rows.stream().map(row -> row.subList(1, KAFKAS_COLUMNS)).toList();
  }

  private static List<String> lags(List<List<String>> table) {
    return rows(table).stream().map(row -> row.get(KAFKAS_COLUMNS - 1)).toList();
  }
}
