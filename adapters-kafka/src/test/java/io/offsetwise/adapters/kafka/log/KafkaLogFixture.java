package io.offsetwise.adapters.kafka.log;

import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.application.contract.LogFixture;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Hands on a running broker. */
final class KafkaLogFixture implements LogFixture {

  private final KafkaConnection connection;
  private final BoundedAdmin admin;
  private final TopicCreator topics;
  private final RecordFeeder feeder;

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
    feeder.close();
    topics.close();
    admin.close();
  }
}
