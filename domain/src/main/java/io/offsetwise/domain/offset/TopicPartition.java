package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * One partition of one topic.
 *
 * <p>The natural order (topic, then partition number) is the order in which rows are locked.
 *
 * @param topic name of the topic, not blank
 * @param partition number of the partition, 0 or more
 */
public record TopicPartition(String topic, int partition)
    implements Comparable<TopicPartition>, Serializable {

  private static final Comparator<TopicPartition> LOCK_ORDER =
      Comparator.comparing(TopicPartition::topic).thenComparingInt(TopicPartition::partition);

  public TopicPartition {
    Objects.requireNonNull(topic, "topic");
    if (topic.isBlank()) {
      throw new IllegalArgumentException("topic is blank");
    }
    if (partition < 0) {
      throw new IllegalArgumentException(
          "partition " + partition + " of " + topic + " is negative");
    }
  }

  @Override
  public int compareTo(TopicPartition other) {
    return LOCK_ORDER.compare(this, other);
  }

  /** Kafka's own notation, {@code topic-partition}. */
  @Override
  public String toString() {
    return topic + "-" + partition;
  }
}
