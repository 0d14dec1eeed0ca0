package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A harmful case at a start that was accepted, as the store keeps it on record.
 *
 * @param partition the partition
 * @param startCase what was accepted
 * @param stored next offset to read that was stored or given before
 * @param resumed next offset to read that the stream went on from; empty when the partition was
 *     left out
 * @param epoch the claim under which it was accepted
 */
public record AcceptedGap(
    TopicPartition partition, StartCase startCase, long stored, OptionalLong resumed, Epoch epoch) {

  public AcceptedGap {
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(startCase, "startCase");
    Objects.requireNonNull(resumed, "resumed");
    Objects.requireNonNull(epoch, "epoch");
  }
}
