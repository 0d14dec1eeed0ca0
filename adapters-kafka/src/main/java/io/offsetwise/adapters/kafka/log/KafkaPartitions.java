package io.offsetwise.adapters.kafka.log;

import io.offsetwise.domain.offset.TopicPartition;

/** A partition in Kafka's form and in ours. */
public final class KafkaPartitions {

  private KafkaPartitions() {}

  /** As Kafka's clients take it. */
  public static org.apache.kafka.common.TopicPartition kafkas(TopicPartition partition) {
    return new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition());
  }

  /** Ours, from what Kafka's clients tell. */
  public static TopicPartition ours(org.apache.kafka.common.TopicPartition partition) {
    return new TopicPartition(partition.topic(), partition.partition());
  }
}
