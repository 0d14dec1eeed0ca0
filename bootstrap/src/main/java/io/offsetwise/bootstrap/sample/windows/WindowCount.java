package io.offsetwise.bootstrap.sample.windows;

import java.io.Serializable;

/**
 * Messages and bytes among the offsets {@code [from, until)} of one partition, of which {@code
 * [batchFrom, until)} are the newest batch's own.
 *
 * @param topic name of the topic
 * @param partition number of the partition
 * @param from first offset of the window, inclusive
 * @param batchFrom first offset of the newest batch, inclusive; between {@code from} and {@code
 *     until}
 * @param until end of the window and of the newest batch, exclusive
 * @param messages number of messages in the window, 0 or more
 * @param bytes length of their values in bytes, 0 or more; a message without a value has none
 */
public record WindowCount(
    String topic, int partition, long from, long batchFrom, long until, long messages, long bytes)
    implements Serializable {

  public WindowCount {
    if (from > batchFrom || batchFrom > until) {
      throw new IllegalArgumentException(
          "a window [" + from + ", " + until + ") cannot end with a batch from " + batchFrom);
    }
  }

  /** The same messages in the bounds of {@code window}, whose own count does not matter. */
  public WindowCount within(WindowCount window) {
    return new WindowCount(
        topic, partition, window.from, window.batchFrom, window.until, messages, bytes);
  }

  /** Both counts of one window together. */
  public WindowCount plus(WindowCount other) {
    if (!other.within(this).equals(other) || !samePlace(other)) {
      throw new IllegalArgumentException(this + " and " + other + " count different windows");
    }
    return new WindowCount(
        topic, partition, from, batchFrom, until, messages + other.messages, bytes + other.bytes);
  }

  private boolean samePlace(WindowCount other) {
    return partition == other.partition && topic.equals(other.topic);
  }
}
