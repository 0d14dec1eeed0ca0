package io.offsetwise.bootstrap.laboratory.evidence;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.Objects;

/**
 * A record in Kafka's log.
 *
 * @param topicPartition its partition
 * @param offset its offset
 */
public record SentRecord(TopicPartition topicPartition, long offset) {
  public SentRecord {
    Objects.requireNonNull(topicPartition, "topicPartition");
  }

  /** Its place in the log, for people. */
  public String place() {
    return topicPartition + "@" + offset;
  }
}
