package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a store keeps for one partition of a stream. The leader epoch makes the position name a
 * record and not a number only: in a log that was cut and refilled the same offset is another
 * record, of a later leader epoch.
 *
 * @param topicPartition the partition
 * @param nextOffset next offset to read, 0 or more
 * @param topicId id of the topic that the offset belongs to
 * @param epoch the claim under which the row may be moved
 * @param leaderEpoch of the last record before {@code nextOffset} that was read
 */
public record StoredPosition(
    TopicPartition topicPartition,
    long nextOffset,
    TopicId topicId,
    Epoch epoch,
    LeaderEpoch leaderEpoch)
    implements Serializable {

  public StoredPosition {
    Objects.requireNonNull(topicPartition, "topicPartition");
    Objects.requireNonNull(topicId, "topicId");
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(leaderEpoch, "leaderEpoch");
    if (nextOffset < 0) {
      throw new IllegalArgumentException(
          "position " + nextOffset + " of " + topicPartition + " is negative");
    }
  }

  /** A position that no record was read for: a start or a reset has set it. */
  public StoredPosition(
      TopicPartition topicPartition, long nextOffset, TopicId topicId, Epoch epoch) {
    this(topicPartition, nextOffset, topicId, epoch, LeaderEpoch.UNKNOWN);
  }

  /** Whether {@code claim} may move it on from {@code from}: what a guarded write demands. */
  public boolean isAt(long from, TopicId ofTopic, Epoch claim) {
    return nextOffset == from && topicId.equals(ofTopic) && epoch.equals(claim);
  }

  /** The same position, given to another claim. */
  public StoredPosition under(Epoch claim) {
    return new StoredPosition(topicPartition, nextOffset, topicId, claim, leaderEpoch);
  }

  /** The position after more records, the last of which has {@code lastEpoch}. */
  public StoredPosition movedTo(long offset, LeaderEpoch lastEpoch) {
    return new StoredPosition(topicPartition, offset, topicId, epoch, lastEpoch);
  }
}
