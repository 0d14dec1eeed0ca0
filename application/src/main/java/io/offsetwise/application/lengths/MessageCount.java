package io.offsetwise.application.lengths;

import java.io.Serializable;

/**
 * Messages and bytes of one partition, to be added to what was counted before.
 *
 * @param topic name of the topic
 * @param partition number of the partition
 * @param messages number of messages, 0 or more
 * @param bytes length of their values in bytes, 0 or more; a message without a value has none
 */
public record MessageCount(String topic, int partition, long messages, long bytes)
    implements Serializable {

  /** Both counts together. */
  public MessageCount plus(MessageCount other) {
    if (partition != other.partition || !topic.equals(other.topic)) {
      throw new IllegalArgumentException(this + " and " + other + " count different partitions");
    }
    return new MessageCount(topic, partition, messages + other.messages, bytes + other.bytes);
  }
}
