package io.offsetwise.adapters.kafka.read;

import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.GrouplessConsumer;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Logs whose offsets do not all hold a record.
 *
 * @param connection how to reach the broker
 */
record ShapedLogs(KafkaConnection connection) {

  private static final int KEYS = 4;

  /**
   * 24 offsets: records at 0 and 1; committed 2, 3, marker 4; aborted 5, marker 6; of two producers
   * P and Q: P 7, Q 8, P 9, P's commit 10, Q 11, Q's abort 12; committed 13, marker 14; aborted 15,
   * marker 16; a record at 17; P 18, Q 19, P's abort 20, Q's commit 21; committed 22, marker 23.
   */
  TopicPartition transactional(String topic) {
    create(topic, Map.of());
    try (Sender plain = sender(topic, Map.of());
        Sender p = transactions(topic, "p");
        Sender q = transactions(topic, "q")) {
      plain.send(2);
      p.transaction(2).commit();
      p.transaction(1).abort();
      p.transaction(1);
      q.transaction(1);
      p.send(1);
      p.commit();
      q.send(1);
      q.abort();
      p.transaction(1).commit();
      q.transaction(1).abort();
      plain.send(1);
      p.transaction(1);
      q.transaction(1);
      p.abort();
      q.commit();
      p.transaction(1).commit();
    }
    return new TopicPartition(topic, 0);
  }

  /** 32 offsets, of which compaction has taken most of the first 24. */
  TopicPartition compacted(String topic) {
    create(
        topic,
        Map.of(
            "cleanup.policy", "compact",
            "segment.ms", "100",
            "min.cleanable.dirty.ratio", "0.01"));
    TopicPartition partition = new TopicPartition(topic, 0);
    try (Sender sender = sender(topic, Map.of())) {
      sender.send(24);
      await().pollDelay(Duration.ofMillis(150)).until(() -> true); // the segment's time is over
      sender.send(8);
      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> visible(partition, "read_uncommitted", 32).size() < 20);
    }
    return partition;
  }

  /** What a plain consumer sees of {@code [0, end)}. */
  List<Long> visible(TopicPartition partition, String isolation, long end) {
    var kafkas = new org.apache.kafka.common.TopicPartition(partition.topic(), 0);
    List<Long> offsets = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = GrouplessConsumer.open(under(isolation))) {
      consumer.assign(Set.of(kafkas));
      consumer.seek(kafkas, 0);
      while (consumer.position(kafkas) < end) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          offsets.add(record.offset());
        }
      }
    }
    return offsets;
  }

  /** The same broker under this isolation level; no question waits for records to come. */
  KafkaConnection under(String isolation) {
    return new KafkaConnection(
        connection.bootstrapServers(),
        Map.of("isolation.level", isolation, "fetch.max.wait.ms", "1"),
        connection.timeout());
  }

  private long endOf(String topic) {
    var kafkas = new org.apache.kafka.common.TopicPartition(topic, 0);
    try (KafkaConsumer<byte[], byte[]> consumer = GrouplessConsumer.open(connection)) {
      return consumer.endOffsets(Set.of(kafkas)).get(kafkas);
    }
  }

  void create(String topic, Map<String, String> properties) {
    try (TopicCreator topics = TopicCreator.open(connection)) {
      topics.createIfAbsent(topic, 1, properties);
    }
  }

  Sender transactions(String topic, String id) {
    Sender sender = sender(topic, Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic + "-" + id));
    sender.producer().initTransactions();
    return sender;
  }

  Sender sender(String topic, Map<String, String> more) {
    Map<String, Object> properties = new HashMap<>(connection.clientProperties());
    properties.putAll(more);
    ByteArraySerializer bytes = new ByteArraySerializer();
    return new Sender(this, topic, new KafkaProducer<>(properties, bytes, bytes));
  }

  /**
   * Sends numbered records to partition 0.
   *
   * @param producer plain, or with an open transaction
   */
  record Sender(ShapedLogs logs, String topic, KafkaProducer<byte[], byte[]> producer)
      implements AutoCloseable {

    /** Begins a transaction and sends the first of its records, which are in the log then. */
    Sender transaction(int records) {
      producer.beginTransaction();
      send(records);
      return this;
    }

    void commit() {
      withMarker(producer::commitTransaction);
    }

    void abort() {
      withMarker(producer::abortTransaction);
    }

    /** The broker answers when it has decided, before the marker is in the log. */
    private void withMarker(Runnable end) {
      long before = logs.endOf(topic);
      end.run();
      await().until(() -> logs.endOf(topic) > before);
    }

    void send(int records) {
      send(records, 1);
    }

    void send(int records, int bytes) {
      for (int number = 0; number < records; number++) {
        byte[] key = {(byte) (number % KEYS)};
        Future<RecordMetadata> unused = // the flush waits for it
            producer.send(new ProducerRecord<>(topic, 0, key, new byte[bytes]));
      }
      producer.flush();
    }

    @Override
    public void close() {
      producer.close();
    }
  }
}
