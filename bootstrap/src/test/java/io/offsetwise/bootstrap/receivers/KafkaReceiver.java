package io.offsetwise.bootstrap.receivers;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.spark.storage.StorageLevel;
import org.apache.spark.streaming.receiver.Receiver;

/** A task that never ends: it polls Kafka and hands Spark what it got. */
final class KafkaReceiver extends Receiver<String> {

  private static final long serialVersionUID = 1L;
  private static final Duration POLL = Duration.ofMillis(100);
  private static final String COMMIT_INTERVAL_MILLIS = "100";

  private final String server;
  private final String topic;
  private final Commits commits;

  KafkaReceiver(String server, String topic, Commits commits) {
    super(StorageLevel.MEMORY_AND_DISK_SER());
    this.server = server;
    this.topic = topic;
    this.commits = commits;
  }

  @Override
  public void onStart() {
    Thread thread = new Thread(this::receive, "kafka-receiver");
    thread.setDaemon(true);
    thread.start();
  }

  /** The thread looks whether it is to stop. */
  @Override
  public void onStop() {}

  private void receive() {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            properties(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      while (!isStopped()) {
        store(consumer, consumer.poll(POLL));
      }
    } catch (RuntimeException failure) {
      restart("the receiver failed", failure);
    }
  }

  private void store(
      KafkaConsumer<byte[], byte[]> consumer, ConsumerRecords<byte[], byte[]> records) {
    switch (commits) {
      case BY_ITSELF -> records.forEach(record -> store(place(record)));
      case AFTER_STORED -> {
        List<String> places = new ArrayList<>();
        records.forEach(record -> places.add(place(record)));
        store(places.iterator()); // returns when they are stored, in the write-ahead log too
        consumer.commitSync();
      }
    }
  }

  static String place(ConsumerRecord<byte[], byte[]> record) {
    return record.partition() + "-" + record.offset();
  }

  private Map<String, Object> properties() {
    Map<String, Object> properties = new HashMap<>();
    properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, server);
    properties.put(ConsumerConfig.GROUP_ID_CONFIG, "receiver-" + topic);
    properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    properties.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000");
    properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, commits == Commits.BY_ITSELF);
    properties.put(ConsumerConfig.AUTO_COMMIT_INTERVAL_MS_CONFIG, COMMIT_INTERVAL_MILLIS);
    return properties;
  }
}
