package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.feed.TopicFeed;
import io.offsetwise.adapters.kafka.feed.TopicKind;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.laboratory.subject.Feed;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The topics that all jobs of a run read: two, with three partitions each, since with fewer
 * partitions wrong orders may hide.
 *
 * @param kafka the broker
 * @param kind how they are written
 */
record LaboratoryTopics(KafkaConnection kafka, TopicKind kind) {

  private static final List<String> TOPICS = List.of("deposits", "transfers");

  private static final int PARTITIONS = 3;

  /** All partitions, in Kafka's order. */
  static List<TopicPartition> partitions() {
    return TOPICS.stream().flatMap(LaboratoryTopics::partitionsOf).toList();
  }

  /** The setting that makes a job read them. */
  static Map<String, String> settings() {
    return Map.of("kafka.topics", "[" + String.join(",", TOPICS) + "]");
  }

  /**
   * Creates the topics and writes all records, each durable and to be read once.
   *
   * @param seed decides what lies in the log beside them
   */
  void take(Feed feed, long seed) {
    try (TopicCreator creator = TopicCreator.open(kafka)) {
      TOPICS.forEach(topic -> creator.createIfAbsent(topic, PARTITIONS, kind.topicProperties()));
    }
    try (TopicFeed topics = kind.open(kafka, seed)) {
      for (int number = 0; number < feed.records(); number++) {
        topics.send(keyed(feed.record(number), number));
      }
      topics.flush();
    }
  }

  /** Under a key of its own: of one that others share, a compacted topic keeps the latest alone. */
  private static ProducerRecord<byte[], byte[]> keyed(
      ProducerRecord<byte[], byte[]> record, int number) {
    return new ProducerRecord<>(
        record.topic(),
        record.partition(),
        Integer.toString(number).getBytes(StandardCharsets.UTF_8),
        record.value());
  }

  /** Shows what Kafka's log holds, up to its end. */
  void replay(Consumer<? super SourceRecord> records) {
    try (KafkaSourceLog log = KafkaSourceLog.open(kafka)) {
      new LogReplay(kafka).replay(log.endOf(log.partitions(Set.copyOf(TOPICS))), records);
    }
  }

  private static Stream<TopicPartition> partitionsOf(String topic) {
    return IntStream.range(0, PARTITIONS).mapToObj(number -> new TopicPartition(topic, number));
  }
}
