package io.offsetwise.bootstrap.notes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/**
 * One partition as Kafka's own clients see it, with nothing of ours in between.
 *
 * @param server address of the broker
 * @param partition the partition
 */
record PlainLog(String server, TopicPartition partition) {

  private static final Duration BOUND = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(100);

  /** Appends a record and returns its offset. */
  long append(String key, String value) throws Exception {
    return append(List.of(new ProducerRecord<>(topic(), partition.partition(), key, value))).get(0);
  }

  /** Appends {@code count} records of this time; each says in its value which one it is. */
  List<Long> append(int count, Instant time) throws Exception {
    return append(
        IntStream.range(0, count)
            .mapToObj(
                number ->
                    new ProducerRecord<>(
                        topic(),
                        partition.partition(),
                        time.toEpochMilli(),
                        "key " + number,
                        "record " + number))
            .toList());
  }

  /** Appends records and returns their offsets; each is a batch, so that segments can be small. */
  List<Long> append(List<ProducerRecord<String, String>> records)
      throws InterruptedException, ExecutionException, TimeoutException {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                server,
                ProducerConfig.BATCH_SIZE_CONFIG,
                0),
            new StringSerializer(),
            new StringSerializer())) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      List<Long> offsets = new ArrayList<>();
      for (Future<RecordMetadata> record : sent) {
        offsets.add(record.get(BOUND.toSeconds(), TimeUnit.SECONDS).offset());
      }
      return offsets;
    }
  }

  /** The record at this offset, read by a client that was never there before. */
  ConsumerRecord<String, String> read(long offset) {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      consumer.seek(partition, offset);
      return next(consumer);
    }
  }

  /** First offset that is still there. */
  long earliest() {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      return consumer.beginningOffsets(List.of(partition), BOUND).get(partition);
    }
  }

  /** Waits until the records up to {@code offset}, inclusive, are gone. */
  void awaitEarliestAfter(long offset, Duration bound) {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      Awaitility.await()
          .atMost(bound)
          .until(() -> consumer.beginningOffsets(List.of(partition)).get(partition) > offset);
    }
  }

  /** The offset that the next record will get. */
  long end() {
    try (KafkaConsumer<String, String> consumer = consumer()) {
      return consumer.endOffsets(List.of(partition), BOUND).get(partition);
    }
  }

  /** A client of no group, without a position, that takes one record at a time. */
  KafkaConsumer<String, String> consumer() {
    KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                server,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "none",
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false,
                ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                1),
            new StringDeserializer(),
            new StringDeserializer());
    consumer.assign(List.of(partition));
    return consumer;
  }

  /** The record at the client's position, which moves on by one. */
  static ConsumerRecord<String, String> next(KafkaConsumer<String, String> consumer) {
    return Awaitility.await()
        .atMost(BOUND)
        .until(() -> consumer.poll(POLL), records -> !records.isEmpty())
        .iterator()
        .next();
  }

  private String topic() {
    return partition.topic();
  }
}
