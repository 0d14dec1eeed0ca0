package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a store keeps for one partition of a stream.
 *
 * @param topicPartition the partition
 * @param nextOffset next offset to read, 0 or more
 * @param topicId id of the topic that the offset belongs to
 * @param epoch the claim under which the row may be moved
 */
public record StoredPosition(
    TopicPartition topicPartition, long nextOffset, TopicId topicId, Epoch epoch)
    implements Serializable {

  public StoredPosition {
    Objects.requireNonNull(topicPartition, "topicPartition");
    Objects.requireNonNull(topicId, "topicId");
    Objects.requireNonNull(epoch, "epoch");
    if (nextOffset < 0) {
      throw new IllegalArgumentException(
          "position " + nextOffset + " of " + topicPartition + " is negative");
    }
  }
}
