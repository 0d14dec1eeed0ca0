package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.util.Map;

/** How a topic is written, and what its log looks like then. */
public enum TopicKind {
  /** One record at each offset. */
  PLAIN("plain", Map.of()) {
    @Override
    public TopicFeed open(KafkaConnection connection, long seed) {
      return RecordFeeder.open(connection);
    }
  },
  /** By transactions: markers take offsets, and what was aborted is there and never read. */
  TRANSACTIONAL("transactional", Map.of()) {
    @Override
    public TopicFeed open(KafkaConnection connection, long seed) {
      return TransactionalFeeder.open(connection, seed);
    }
  },
  /** The latest record of each key stays: offsets of earlier ones are empty. */
  COMPACTED("compacted", CompactedFeeder.TOPIC_PROPERTIES) {
    @Override
    public TopicFeed open(KafkaConnection connection, long seed) {
      return CompactedFeeder.open(connection, seed);
    }
  };

  private final String key;
  private final Map<String, String> topicProperties;

  TopicKind(String key, Map<String, String> topicProperties) {
    this.key = key;
    this.topicProperties = topicProperties;
  }

  /** Its name in options and reports. */
  public String key() {
    return key;
  }

  /** What its topics are created with, under Kafka's names. */
  public Map<String, String> topicProperties() {
    return topicProperties;
  }

  /**
   * Opens a feed of such topics.
   *
   * @param seed decides what lies in the log beside what is sent: the same seed, the same log
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     the connection's addresses or properties are no good, or the broker does not answer
   */
  public abstract TopicFeed open(KafkaConnection connection, long seed);
}
