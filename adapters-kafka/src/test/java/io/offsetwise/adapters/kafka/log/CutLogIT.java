package io.offsetwise.adapters.kafka.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.local.LocalBroker;
import io.offsetwise.adapters.kafka.local.LocalBrokerSettings;
import io.offsetwise.adapters.kafka.read.RangeReplay;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real log that loses its end and is filled again with other records, past a stored position. */
@Timeout(90)
class CutLogIT {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 0);
  private static final TopicPartition UNHARMED = new TopicPartition("payments", 1);

  @TempDir private Path folder;

  @Test
  void aPositionDivergesWhereTheLogWasCut() throws Exception {
    List<StoredPosition> read = new ArrayList<>();
    try (LocalBroker broker = LocalBroker.start(LocalBrokerSettings.over(folder));
        KafkaLogFixture fixture = new KafkaLogFixture(connectionTo(broker))) {
      fixture.create("payments", 2);
      fill(fixture, 20);
      read.add(readUpTo(PARTITION, 20, broker));
      read.add(readUpTo(UNHARMED, 20, broker));
      assertThat(divergent(read, broker)).isEmpty();
    }
    cut(PARTITION, 12, 20);

    try (LocalBroker broker = LocalBroker.start(LocalBrokerSettings.over(folder));
        KafkaLogFixture fixture = new KafkaLogFixture(connectionTo(broker))) {
      fill(fixture, 20);

      assertThat(divergent(read, broker)).isEqualTo(Map.of(PARTITION, OptionalLong.of(12)));
      StoredPosition again = readUpTo(PARTITION, 32, broker);
      assertThat(again.leaderEpoch()).isNotEqualTo(read.get(0).leaderEpoch());
      assertThat(divergent(List.of(again), broker)).isEmpty();
    }
  }

  /** What was aborted, and the marker of that, belong to a later leader than the last record. */
  @Test
  void offsetsThatWerePassedOverUnderALaterLeaderAreNoCut() throws Exception {
    try (LocalBroker broker = LocalBroker.start(LocalBrokerSettings.over(folder));
        KafkaLogFixture fixture = new KafkaLogFixture(connectionTo(broker))) {
      fixture.create("payments", 1);
      fixture.append(PARTITION, 5);
    }
    try (LocalBroker broker = LocalBroker.start(LocalBrokerSettings.over(folder))) {
      abort(PARTITION, broker);
      StoredPosition read = readUpTo(PARTITION, 5, broker);
      StoredPosition behindTheMarker =
          new StoredPosition(PARTITION, 7, read.topicId(), read.epoch(), read.leaderEpoch());
      await().until(() -> endOf(PARTITION, broker) == 7);

      assertThat(divergent(List.of(behindTheMarker), broker)).isEmpty();
    }
  }

  private static void abort(TopicPartition partition, LocalBroker broker) {
    Map<String, Object> properties = new HashMap<>(connectionTo(broker).clientProperties());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "aborted");
    ByteArraySerializer bytes = new ByteArraySerializer();
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes)) {
      producer.initTransactions();
      producer.beginTransaction();
      Future<RecordMetadata> unused = // the flush waits for it
          producer.send(
              new ProducerRecord<>(partition.topic(), partition.partition(), null, new byte[8]));
      producer.flush();
      producer.abortTransaction();
    }
  }

  private static long endOf(TopicPartition partition, LocalBroker broker) {
    try (KafkaSourceLog log = KafkaSourceLog.open(connectionTo(broker))) {
      return log.endOf(Set.of(partition)).of(partition).orElseThrow();
    }
  }

  /** One batch for each record, all of one size: the log can be cut between them. */
  private static void fill(KafkaLogFixture fixture, int records) {
    for (int record = 0; record < records; record++) {
      fixture.append(PARTITION, 1);
      fixture.append(UNHARMED, 1);
    }
  }

  private static StoredPosition readUpTo(
      TopicPartition partition, long offset, LocalBroker broker) {
    List<LeaderEpoch> epochs = new ArrayList<>();
    try (RangeReplay replay = RangeReplay.open(connectionTo(broker));
        KafkaSourceLog log = KafkaSourceLog.open(connectionTo(broker))) {
      replay.replay(
          new OffsetRange(partition, offset - 1, offset),
          record -> epochs.add(record.leaderEpoch()));
      return new StoredPosition(
          partition, offset, log.idOf(partition.topic()), new Epoch(1), epochs.get(0));
    }
  }

  private static Map<TopicPartition, OptionalLong> divergent(
      List<StoredPosition> positions, LocalBroker broker) {
    try (KafkaSourceLog log = KafkaSourceLog.open(connectionTo(broker))) {
      return log.divergent(positions);
    }
  }

  private void cut(TopicPartition partition, int left, int records) throws IOException {
    Path log = folder.resolve("kafka-logs").resolve(partition.toString());
    try (RandomAccessFile segment =
        new RandomAccessFile(log.resolve("00000000000000000000.log").toFile(), "rw")) {
      assertThat(segment.length() % records).isZero();
      segment.setLength(segment.length() / records * left);
    }
    // What the broker remembers of producers tells of the records that are gone.
    try (Stream<Path> files = Files.list(log)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".snapshot")).toList()) {
        Files.delete(file);
      }
    }
  }

  private static KafkaConnection connectionTo(LocalBroker broker) {
    return new KafkaConnection(
        List.of(broker.bootstrapServer()),
        Map.of("isolation.level", "read_committed"),
        Duration.ofSeconds(10));
  }
}
