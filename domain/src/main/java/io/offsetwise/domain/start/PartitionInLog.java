package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicId;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What Kafka says of one partition.
 *
 * @param topicId id of the topic as it is now
 * @param retained the offsets that the log holds now
 * @param lastStable end, exclusive, of what a stream that reads committed records alone can read:
 *     behind it the first transaction begins that is still open; empty for a stream that reads
 *     uncommitted ones too
 */
public record PartitionInLog(TopicId topicId, RetainedRange retained, OptionalLong lastStable) {

  public PartitionInLog {
    Objects.requireNonNull(topicId, "topicId");
    Objects.requireNonNull(retained, "retained");
    if (retained.clamp(lastStable.orElse(retained.end())) != lastStable.orElse(retained.end())) {
      throw new IllegalArgumentException(
          "last stable offset " + lastStable.getAsLong() + " lies outside of " + retained);
    }
  }

  /** The partition as a stream sees it that reads uncommitted records too. */
  public PartitionInLog(TopicId topicId, RetainedRange retained) {
    this(topicId, retained, OptionalLong.empty());
  }

  /** The offsets that the stream can read now: what is retained, up to the last stable offset. */
  public RetainedRange readable() {
    return new RetainedRange(retained.earliest(), lastStable.orElse(retained.end()));
  }
}
