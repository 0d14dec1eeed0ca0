package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.feed.TopicFeed;
import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;

/**
 * A topic of payments and all that may happen to it.
 *
 * @param kafka where it is
 * @param name its name
 */
record PaymentTopic(KafkaConnection kafka, String name) {

  private static final int WALLETS = 7;

  void create(int partitions) {
    create(partitions, TopicKind.PLAIN);
  }

  /** Creates it with the properties that its kind needs. */
  void create(int partitions, TopicKind kind) {
    try (TopicCreator topics = TopicCreator.open(kafka)) {
      topics.createIfAbsent(name, partitions, kind.topicProperties());
    }
  }

  void expandTo(int partitions) {
    try (TopicCreator topics = TopicCreator.open(kafka)) {
      topics.expandTo(name, partitions);
    }
  }

  /** Deletes the topic and creates it again, empty and under another id. */
  void recreate(int partitions) {
    delete();
    create(partitions);
  }

  /** Deletes the topic and waits until it is gone. */
  void delete() {
    try (BoundedAdmin admin = BoundedAdmin.open(kafka)) {
      admin.ask("to delete " + name, client -> client.deleteTopics(List.of(name)).all());
    }
    Awaitility.await().until(() -> !exists());
  }

  boolean exists() {
    try (BoundedAdmin admin = BoundedAdmin.open(kafka)) {
      return admin.ask("for topics", client -> client.listTopics().names()).contains(name);
    }
  }

  /** Deletes the records before {@code offset}, as retention does. */
  void deleteBefore(int partition, long offset) {
    try (BoundedAdmin admin = BoundedAdmin.open(kafka)) {
      admin.ask(
          "to delete records of " + name,
          client ->
              client
                  .deleteRecords(
                      Map.of(
                          new TopicPartition(name, partition),
                          RecordsToDelete.beforeOffset(offset)))
                  .all());
    }
  }

  /** Appends payments with ids of their own, and returns when the broker has them. */
  void pay(int partition, int payments) {
    pay(partition, payments, Instant.now());
  }

  /** The same with a timestamp. */
  void pay(int partition, int payments, Instant time) {
    feed(
        feeder -> {
          for (int number = 0; number < payments; number++) {
            feeder.send(
                new ProducerRecord<>(name, partition, time.toEpochMilli(), null, payment(number)));
          }
        });
  }

  /** Appends payments to all of so many partitions, as a topic of this kind is written. */
  void pay(TopicKind kind, long seed, int partitions, int payments) {
    try (TopicFeed feed = kind.open(kafka, seed)) {
      for (int number = 0; number < payments; number++) {
        feed.send(
            new ProducerRecord<>(
                name,
                number % partitions,
                Integer.toString(number).getBytes(StandardCharsets.UTF_8),
                payment(number)));
      }
      feed.flush();
    }
  }

  /** Appends payments, each in a transaction of its own: a marker follows each. */
  void payInTransactions(int partition, int payments) {
    try (Producer<byte[], byte[]> producer = transactions()) {
      for (int number = 0; number < payments; number++) {
        producer.beginTransaction();
        send(producer, partition, number);
        producer.commitTransaction();
      }
    }
  }

  /** Appends payments in a transaction that stays open; whoever closes the producer ends it. */
  Producer<byte[], byte[]> beginTransaction(int partition, int payments) {
    Producer<byte[], byte[]> producer = transactions();
    producer.beginTransaction();
    for (int number = 0; number < payments; number++) {
      send(producer, partition, number);
    }
    producer.flush();
    return producer;
  }

  private Producer<byte[], byte[]> transactions() {
    Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
    properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "pays-" + name);
    ByteArraySerializer bytes = new ByteArraySerializer();
    Producer<byte[], byte[]> producer = new KafkaProducer<>(properties, bytes, bytes);
    producer.initTransactions();
    return producer;
  }

  private void send(Producer<byte[], byte[]> producer, int partition, int number) {
    Future<RecordMetadata> unused = // the transaction's end hears of it
        producer.send(new ProducerRecord<>(name, partition, null, payment(number)));
  }

  /** Appends records of this many bytes that are no payments. */
  void litter(int partition, int records, int bytes) {
    byte[] litter = new byte[bytes];
    feed(
        feeder -> {
          for (int number = 0; number < records; number++) {
            feeder.send(new ProducerRecord<>(name, partition, null, litter));
          }
        });
  }

  private void feed(Consumer<RecordFeeder> records) {
    try (RecordFeeder feeder = RecordFeeder.open(kafka)) {
      records.accept(feeder);
      feeder.flush();
    }
  }

  private static byte[] payment(int number) {
    return "{\"id\":\"%s\",\"wallet\":\"w%d\",\"cents\":%d}"
        .formatted(UUID.randomUUID(), number % WALLETS, 1 + number)
        .getBytes(StandardCharsets.UTF_8);
  }
}
