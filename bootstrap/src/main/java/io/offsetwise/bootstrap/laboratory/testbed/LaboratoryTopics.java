package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.kafka.feed.RecordFeeder;
import io.offsetwise.adapters.kafka.feed.TopicCreator;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.bootstrap.laboratory.subject.Feed;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The topics that all jobs of a run read: two, with three partitions each, since with fewer
 * partitions wrong orders may hide.
 *
 * @param kafka the broker
 */
record LaboratoryTopics(KafkaConnection kafka) {

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

  /** Creates the topics and writes all records, each durable and once. */
  void take(Feed feed) {
    try (TopicCreator creator = TopicCreator.open(kafka)) {
      TOPICS.forEach(topic -> creator.createIfAbsent(topic, PARTITIONS));
    }
    try (RecordFeeder feeder = RecordFeeder.open(kafka)) {
      for (int number = 0; number < feed.records(); number++) {
        feeder.send(feed.record(number));
      }
      feeder.flush();
    }
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
