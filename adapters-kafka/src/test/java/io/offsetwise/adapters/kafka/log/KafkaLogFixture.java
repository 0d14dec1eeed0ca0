package io.offsetwise.adapters.kafka.log;

import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.application.contract.LogFixture;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Hands on a running broker. */
final class KafkaLogFixture implements LogFixture {

  private final KafkaConnection connection;
  private final BoundedAdmin admin;
  private final TopicCreator topics;
  private final RecordFeeder feeder;
  private final Map<TopicPartition, Producer<byte[], byte[]>> transactions = new HashMap<>();

  KafkaLogFixture(KafkaConnection connection) {
    this.connection = connection;
    this.admin = BoundedAdmin.open(connection);
    this.topics = TopicCreator.open(connection);
    this.feeder = RecordFeeder.open(connection);
  }

  @Override
  public SourceLog log() {
    return KafkaSourceLog.open(connection);
  }

  @Override
  public SourceLog unreachableLog() {
    return KafkaSourceLog.open(KafkaConnection.to(Duration.ofSeconds(1), "127.0.0.1:9"));
  }

  @Override
  public String newTopicName() {
    return "topic-" + UUID.randomUUID();
  }

  @Override
  public void create(String topic, int partitions) {
    topics.createIfAbsent(topic, partitions);
  }

  @Override
  public void delete(String topic) {
    admin.ask("no " + topic, client -> client.deleteTopics(List.of(topic)).all());
    await().until(() -> !names().contains(topic));
  }

  private Set<String> names() {
    return admin.ask("names", client -> client.listTopics().names());
  }

  @Override
  public void addPartition(String topic) {
    TopicCatalog catalog = new TopicCatalog(admin);
    int before = partitionsOf(catalog, topic);
    topics.expandTo(topic, before + 1);
    await().until(() -> partitionsOf(catalog, topic) == before + 1);
  }

  private static int partitionsOf(TopicCatalog catalog, String topic) {
    return catalog.describe(Set.of(topic)).get(topic).partitions().size();
  }

  @Override
  public void append(TopicPartition partition, int records) {
    for (int number = 0; number < records; number++) {
      feeder.send(
          new ProducerRecord<>(partition.topic(), partition.partition(), null, new byte[8]));
    }
    feeder.flush();
  }

  @Override
  public void begin(TopicPartition partition, int records) {
    Producer<byte[], byte[]> producer = transactional();
    transactions.put(partition, producer);
    producer.beginTransaction();
    for (int number = 0; number < records; number++) {
      Future<RecordMetadata> unused = // the flush hears of failures
          producer.send(
              new ProducerRecord<>(partition.topic(), partition.partition(), null, new byte[8]));
    }
    producer.flush();
  }

  @Override
  public void commit(TopicPartition partition) {
    try (Producer<byte[], byte[]> producer = transactions.remove(partition)) {
      producer.commitTransaction();
    }
    // The broker answers a commit before its marker is seen by all.
    try (SourceLog log = log()) {
      await().until(() -> log.endOf(Set.of(partition)).equals(log.logEndOf(Set.of(partition))));
    }
  }

  private Producer<byte[], byte[]> transactional() {
    Map<String, Object> properties =
        new HashMap<>(connection.clientProperties(ProducerConfig.MAX_BLOCK_MS_CONFIG));
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "transaction-" + UUID.randomUUID());
    ByteArraySerializer bytes = new ByteArraySerializer();
    Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes);
    producer.initTransactions();
    return producer;
  }

  void appendAt(TopicPartition partition, long timestamp) {
    feeder.send(
        new ProducerRecord<>(
            partition.topic(), partition.partition(), timestamp, null, new byte[8]));
    feeder.flush();
  }

  @Override
  public void deleteBefore(TopicPartition partition, long offset) {
    org.apache.kafka.common.TopicPartition kafkas =
        new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition());
    admin.ask(
        "fewer records",
        client -> client.deleteRecords(Map.of(kafkas, RecordsToDelete.beforeOffset(offset))).all());
  }

  @Override
  public void close() {
    transactions.values().forEach(open -> open.close(Duration.ZERO));
    feeder.close();
    topics.close();
    admin.close();
  }
}
