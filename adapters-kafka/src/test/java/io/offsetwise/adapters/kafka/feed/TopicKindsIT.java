package io.offsetwise.adapters.kafka.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class TopicKindsIT {

  private static final int RECORDS = 300;
  private static final int PARTITIONS = 2;
  private static final long SEED = 7;

  @TempDir private static Path folder;
  private static LocalBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = LocalBroker.start(LocalBrokerSettings.over(folder));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @ParameterizedTest
  @EnumSource
  void whatIsSentIsWhatAReaderOfCommittedRecordsSees(TopicKind kind) {
    String topic = fed(kind);

    for (int partition = 0; partition < PARTITIONS; partition++) {
      assertThat(visible(topic, partition, committed())).isEqualTo(sentTo(partition));
    }
  }

  @Test
  void transactionsEndWithMarkersAndLeaveCopiesThatAReaderOfUncommittedRecordsSees() {
    String topic = fed(TopicKind.TRANSACTIONAL);

    for (int partition = 0; partition < PARTITIONS; partition++) {
      List<String> uncommitted = visible(topic, partition, uncommitted());
      assertThat(uncommitted).hasSizeGreaterThan(sentTo(partition).size());
      assertThat(Set.copyOf(uncommitted)).isEqualTo(Set.copyOf(sentTo(partition)));
      assertThat(endOf(topic, partition, committed()))
          .as("everything has ended")
          .isEqualTo(endOf(topic, partition, uncommitted()));
      assertThat(lastOffset(topic, partition, uncommitted()))
          .as("a marker is the last")
          .isLessThan(endOf(topic, partition, uncommitted()) - 1);
    }
  }

  @Test
  void theCleanerHasMadeHoles() {
    String topic = fed(TopicKind.COMPACTED);

    for (int partition = 0; partition < PARTITIONS; partition++) {
      assertThat(endOf(topic, partition, committed()))
          .isGreaterThan(sentTo(partition).size() + RECORDS / 10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aTopicThatIsNotThereIsNotCreated(TopicKind kind) {
    String absent = "absent-" + UUID.randomUUID();
    try (TopicFeed feed = kind.open(committed(), SEED)) {
      assertThatThrownBy(
              () -> {
                feed.send(record(absent, 0));
                feed.send(record(absent, 2));
              })
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("topic " + absent + " does not exist");
    }
  }

  private static String fed(TopicKind kind) {
    String topic = kind.key() + "-" + UUID.randomUUID();
    try (TopicCreator topics = TopicCreator.open(committed());
        TopicFeed feed = kind.open(committed(), SEED)) {
      topics.createIfAbsent(topic, PARTITIONS, kind.topicProperties());
      for (int number = 0; number < RECORDS; number++) {
        feed.send(record(topic, number));
      }
      feed.flush();
    }
    return topic;
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, int number) {
    return new ProducerRecord<>(topic, number % PARTITIONS, bytes("key-" + number), bytes(number));
  }

  private static List<String> sentTo(int partition) {
    return IntStream.range(0, RECORDS)
        .filter(number -> number % PARTITIONS == partition)
        .mapToObj(Integer::toString)
        .toList();
  }

  private static List<String> visible(String topic, int partition, KafkaConnection connection) {
    List<String> values = new ArrayList<>();
    new LogReplay(connection)
        .replay(
            end(topic, partition, connection),
            record -> values.add(new String(record.value(), StandardCharsets.UTF_8)));
    return values;
  }

  private static long lastOffset(String topic, int partition, KafkaConnection connection) {
    List<Long> offsets = new ArrayList<>();
    new LogReplay(connection)
        .replay(end(topic, partition, connection), record -> offsets.add(record.offset()));
    return offsets.get(offsets.size() - 1);
  }

  private static long endOf(String topic, int partition, KafkaConnection connection) {
    return end(topic, partition, connection).nextOffsets().values().iterator().next();
  }

  private static Positions end(String topic, int partition, KafkaConnection connection) {
    try (SourceLog log = KafkaSourceLog.open(connection)) {
      return log.endOf(Set.of(new TopicPartition(topic, partition)));
    }
  }

  private static KafkaConnection committed() {
    return new KafkaConnection(
        List.of(broker.bootstrapServer()),
        Map.of("isolation.level", "read_committed"),
        Duration.ofSeconds(10));
  }

  private static KafkaConnection uncommitted() {
    return KafkaConnection.to(Duration.ofSeconds(10), broker.bootstrapServer());
  }

  private static byte[] bytes(Object text) {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
