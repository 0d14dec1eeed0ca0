package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicId;
import java.util.Objects;

/**
 * What Kafka says of one partition.
 *
 * @param topicId id of the topic as it is now
 * @param retained the offsets that the log holds now
 */
public record PartitionInLog(TopicId topicId, RetainedRange retained) {

  public PartitionInLog {
    Objects.requireNonNull(topicId, "topicId");
    Objects.requireNonNull(retained, "retained");
  }
}
