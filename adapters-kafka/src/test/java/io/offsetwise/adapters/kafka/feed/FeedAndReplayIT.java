package io.offsetwise.adapters.kafka.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.TopicCatalog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.adapters.kafka.read.RangeReplay;
import io.offsetwise.application.source.RecordHeader;
import io.offsetwise.application.source.TimestampType;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FeedAndReplayIT {

  private static final int MEGABYTE = 1 << 20;

  @TempDir private static Path folder;
  private static LocalBroker broker;

  private String topic;

  @BeforeAll
  static void startBroker() {
    broker = LocalBroker.start(LocalBrokerSettings.over(folder));
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void createTopic() {
    topic = "topic-" + UUID.randomUUID();
    try (TopicCreator topics = TopicCreator.open(connection())) {
      assertThat(topics.createIfAbsent(topic, 3)).isEqualTo(3);
    }
  }

  @Test
  void aReplayIsWhatWasFedWhateverIsInIt() {
    byte[] megabyte = new byte[MEGABYTE];
    new Random(7).nextBytes(megabyte);
    List<byte[]> values =
        Arrays.asList(bytes("one"), null, new byte[0], megabyte, new byte[] {0, -1, 127});
    try (RecordFeeder feeder = RecordFeeder.open(connection())) {
      for (byte[] value : values) {
        feeder.send(new ProducerRecord<>(topic, 1, value == null ? null : bytes("key"), value));
      }
      feeder.flush();
    }

    List<byte[]> replayed = new ArrayList<>();
    List<byte[]> keys = new ArrayList<>();
    new LogReplay(connection())
        .replay(
            end(1, values.size()),
            record -> {
              assertThat(record.offset()).isEqualTo(replayed.size());
              replayed.add(record.value());
              keys.add(record.key());
            });

    assertThat(replayed).usingElementComparator(Arrays::compare).containsExactlyElementsOf(values);
    assertThat(keys.get(0)).isEqualTo(bytes("key"));
    assertThat(keys.get(1)).isNull();
  }

  @Test
  void timestampAndHeadersAreSeen() {
    RecordHeaders headers = new RecordHeaders();
    headers.add("kind", bytes("old")).add("none", null).add("", bytes("unnamed"));
    headers.add("kind", bytes("new"));
    try (RecordFeeder feeder = RecordFeeder.open(connection())) {
      feeder.send(new ProducerRecord<>(topic, 2, 1_234L, null, bytes("x"), headers));
      feeder.flush();
    }

    long count =
        new LogReplay(connection())
            .replay(
                end(2, 1),
                record -> {
                  assertThat(record.topic()).isEqualTo(topic);
                  assertThat(record.partition()).isEqualTo(2);
                  assertThat(record.timestamp()).isEqualTo(1_234);
                  assertThat(record.timestampType()).isEqualTo(TimestampType.CREATE_TIME);
                  assertThat(record.leaderEpoch()).isEqualTo(new LeaderEpoch.Known(0));
                  assertThat(record.headers())
                      .extracting(RecordHeader::name)
                      .containsExactly("kind", "none", "", "kind");
                  assertThat(record.headers())
                      .extracting(RecordHeader::value)
                      .containsExactly(bytes("old"), null, bytes("unnamed"), bytes("new"));
                  assertThat(record.header("kind")).contains(bytes("new"));
                  assertThat(record.header("none")).isEmpty();
                  assertThat(record.header("absent")).isEmpty();
                });

    assertThat(count).isEqualTo(1);
  }

  @Test
  void theBrokersTimestampIsToldFromTheProducers() {
    String stamped = "stamped-" + UUID.randomUUID();
    try (TopicCreator topics = TopicCreator.open(connection());
        RecordFeeder feeder = RecordFeeder.open(connection())) {
      topics.createIfAbsent(stamped, 1, Map.of("message.timestamp.type", "LogAppendTime"));
      feeder.send(new ProducerRecord<>(stamped, 0, 1_234L, null, bytes("x")));
      feeder.flush();
    }

    long count =
        new LogReplay(connection())
            .replay(
                Positions.of(Map.of(new TopicPartition(stamped, 0), 1L)),
                record -> {
                  assertThat(record.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
                  assertThat(record.timestamp()).isGreaterThan(1_234);
                  assertThat(record.headers()).isEmpty();
                });

    assertThat(count).isEqualTo(1);
  }

  @Test
  void aReplayEndsWhereItIsTold() {
    feedNumbers(10_000);

    List<String> seen = new ArrayList<>();
    long count =
        new LogReplay(connection()).replay(end(0, 7_001), record -> seen.add(text(record.value())));

    assertThat(count).isEqualTo(7_001);
    assertThat(seen).hasSize(7_001).endsWith("7000");
  }

  /** Until its log is made, the broker refuses some batches of a new partition and takes others. */
  @Test
  void aPartitionThatIsJustBeingMadeKeepsTheOrderOfItsRecords() {
    KafkaConnection inSmallBatches =
        new KafkaConnection(
            List.of(broker.bootstrapServer()), Map.of("batch.size", "1"), Duration.ofSeconds(10));
    try (BoundedAdmin admin = BoundedAdmin.open(connection());
        RecordFeeder feeder = RecordFeeder.open(inSmallBatches)) {
      for (int round = 0; round < 5; round++) {
        String young = topic + "-" + round;
        NewTopic wide = new NewTopic(young, Optional.of(20), Optional.empty());
        admin.ask("to create it", client -> client.createTopics(List.of(wide)).all());
        await().until(() -> new TopicCatalog(admin).find(young).isPresent());

        for (int number = 0; number < 100; number++) {
          feeder.send(
              new ProducerRecord<>(young, 19 - number % 20, null, bytes(Integer.toString(number))));
        }
        feeder.flush();

        assertThat(valuesOf(young, 0, 5)).containsExactly("19", "39", "59", "79", "99");
        assertThat(valuesOf(young, 19, 5)).containsExactly("0", "20", "40", "60", "80");
      }
    }
  }

  @Test
  void aReplayOfNothingIsEmpty() {
    LogReplay replay = new LogReplay(connection());

    assertThat(replay.replay(end(0, 0), record -> assertThat(record).isNull())).isZero();
    assertThat(replay.replay(Positions.NONE, record -> assertThat(record).isNull())).isZero();
  }

  @Test
  void aReplayBeginsAtTheFirstRetainedRecord() {
    feedNumbers(10);
    deleteBefore(4);

    List<String> seen = new ArrayList<>();
    new LogReplay(connection()).replay(end(0, 6), record -> seen.add(text(record.value())));

    assertThat(seen).containsExactly("4", "5");
  }

  @Test
  void aRangeIsReplayedAloneAndTheNextOneAfterIt() {
    feedNumbers(10_000);
    List<String> seen = new ArrayList<>();
    TopicPartition partition = new TopicPartition(topic, 0);
    TopicPartition empty = new TopicPartition(topic, 1);

    try (RangeReplay replay = RangeReplay.open(connection())) {
      replay.replay(
          new OffsetRange(partition, 6_998, 7_001), record -> seen.add(text(record.value())));
      replay.replay(new OffsetRange(empty, 0, 0), record -> seen.add(text(record.value())));
      replay.replay(new OffsetRange(partition, 3, 5), record -> seen.add(text(record.value())));
    }

    assertThat(seen).containsExactly("6998", "6999", "7000", "3", "4");
  }

  @Test
  void aRangeThatTheLogNoLongerHoldsIsReported() {
    feedNumbers(10);
    deleteBefore(4);

    try (RangeReplay replay = RangeReplay.open(connection())) {
      assertThatThrownBy(
              () ->
                  replay.replay(new OffsetRange(new TopicPartition(topic, 0), 3, 9), record -> {}))
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("the log does not hold all of " + topic + "-0 [3, 9) any more");
    }
  }

  @Test
  void anEndBeyondTheLogIsReportedWithinTheTimeout() {
    feedNumbers(3);
    LogReplay replay =
        new LogReplay(KafkaConnection.to(Duration.ofSeconds(1), broker.bootstrapServer()));

    assertThatThrownBy(() -> replay.replay(end(0, 5), record -> {}))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("the reading stands at 3")
        .hasMessageContaining(topic + "-0 [0, 5)");
  }

  @Test
  void anUnreachableBrokerFailsTheFlushOrASend() {
    KafkaConnection nowhere = KafkaConnection.to(Duration.ofSeconds(1), "127.0.0.1:9");
    try (RecordFeeder feeder = RecordFeeder.open(nowhere)) {
      assertThatThrownBy(
              () -> {
                feeder.send(topic, null, bytes("x"));
                feeder.flush();
              })
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("127.0.0.1:9")
          .hasMessageContaining(topic);
    }
    assertThatThrownBy(() -> new LogReplay(nowhere).replay(end(0, 1), record -> {}))
        .isInstanceOf(StoppedException.class)
        .hasMessageContaining("127.0.0.1:9");
  }

  @Test
  void aRecordThatTheBrokerRefusesFailsTheFlush() {
    String narrow = "narrow-" + UUID.randomUUID();
    try (TopicCreator topics = TopicCreator.open(connection());
        RecordFeeder feeder = RecordFeeder.open(connection())) {
      topics.createIfAbsent(narrow, 1, Map.of("max.message.bytes", "1000"));
      feeder.send(narrow, null, new byte[10_000]);

      assertThatThrownBy(feeder::flush)
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining(narrow)
          .hasMessageContaining("RecordTooLargeException");
      assertThatThrownBy(() -> feeder.send(narrow, null, new byte[1]))
          .isInstanceOf(StoppedException.class);
    }
  }

  /** The broker would create what a producer asks for. */
  @Test
  void aTopicThatIsNotThereIsNotCreatedByAFeed() {
    String misspelt = topic + "s";
    try (RecordFeeder feeder = RecordFeeder.open(connection())) {
      assertThatThrownBy(() -> feeder.send(misspelt, null, bytes("x")))
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("topic " + misspelt + " does not exist")
          .hasMessageContaining("similar names are [" + topic);
    }
    assertThat(topics()).contains(topic).doesNotContain(misspelt);
  }

  @Test
  void aTopicThatIsDeletedMeanwhileIsNotFedAsAnother() {
    try (RecordFeeder feeder = RecordFeeder.open(connection());
        BoundedAdmin admin = BoundedAdmin.open(connection());
        TopicCreator topics = TopicCreator.open(connection())) {
      feeder.send(topic, null, bytes("x"));
      feeder.flush();
      admin.ask("to delete it", client -> client.deleteTopics(List.of(topic)).all());
      await().until(() -> !topics().contains(topic));
      topics.createIfAbsent(topic, 1);

      assertThatThrownBy(feeder::flush)
          .isInstanceOf(StoppedException.class)
          .hasMessageContaining("it was deleted meanwhile")
          .extracting("reason")
          .isEqualTo(StopReason.TOPIC_RECREATED);
    }
  }

  /** Nor by whoever reads it afterwards. */
  @Test
  void aTopicThatWasDeletedIsNotCreatedByAReplay() {
    feedNumbers(3);
    Positions end = end(0, 3);
    try (BoundedAdmin admin = BoundedAdmin.open(connection())) {
      admin.ask("to delete it", client -> client.deleteTopics(List.of(topic)).all());
    }
    await().until(() -> !topics().contains(topic));
    LogReplay replay =
        new LogReplay(KafkaConnection.to(Duration.ofSeconds(1), broker.bootstrapServer()));

    assertThatThrownBy(() -> replay.replay(end, record -> {})).isInstanceOf(StoppedException.class);

    assertThat(topics()).doesNotContain(topic);
  }

  private static Set<String> topics() {
    try (BoundedAdmin admin = BoundedAdmin.open(connection())) {
      return admin.ask("for topics", client -> client.listTopics().names());
    }
  }

  @Test
  void anExistingTopicStaysAsItIsAndCanBeWidened() {
    try (TopicCreator topics = TopicCreator.open(connection())) {
      assertThat(topics.createIfAbsent(topic, 9)).isEqualTo(3);
      topics.expandTo(topic, 5);
      assertThat(topics.createIfAbsent(topic, 1)).isEqualTo(5);
    }
  }

  private void deleteBefore(long offset) {
    try (BoundedAdmin admin = BoundedAdmin.open(connection())) {
      admin.ask(
          "fewer records",
          client ->
              client
                  .deleteRecords(
                      Map.of(
                          new org.apache.kafka.common.TopicPartition(topic, 0),
                          RecordsToDelete.beforeOffset(offset)))
                  .all());
    }
  }

  private static List<String> valuesOf(String topic, int partition, long end) {
    List<String> values = new ArrayList<>();
    new LogReplay(connection())
        .replay(
            Positions.of(Map.of(new TopicPartition(topic, partition), end)),
            record -> values.add(text(record.value())));
    return values;
  }

  private void feedNumbers(int count) {
    try (RecordFeeder feeder = RecordFeeder.open(connection())) {
      for (int number = 0; number < count; number++) {
        feeder.send(new ProducerRecord<>(topic, 0, null, bytes(Integer.toString(number))));
      }
      feeder.flush();
    }
  }

  private static KafkaConnection connection() {
    return KafkaConnection.to(Duration.ofSeconds(10), broker.bootstrapServer());
  }

  private Positions end(int partition, long end) {
    return Positions.of(Map.of(new TopicPartition(topic, partition), end));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
