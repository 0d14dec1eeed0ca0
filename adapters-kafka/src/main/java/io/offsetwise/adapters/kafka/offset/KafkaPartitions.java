package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.domain.offset.TopicPartition;

/** A partition in Kafka's form and in ours. */
final class KafkaPartitions {

  private KafkaPartitions() {}

  static org.apache.kafka.common.TopicPartition kafkas(TopicPartition partition) {
    return new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition());
  }

  static TopicPartition ours(org.apache.kafka.common.TopicPartition partition) {
    return new TopicPartition(partition.topic(), partition.partition());
  }
}
