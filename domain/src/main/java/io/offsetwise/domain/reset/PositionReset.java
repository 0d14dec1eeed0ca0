package io.offsetwise.domain.reset;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * A position that was moved on purpose, as a store keeps it on record.
 *
 * @param partition the partition
 * @param before next offset to read before; empty when it had no position
 * @param after next offset to read from then on
 * @param option what was asked for, in the words of the command line
 * @param by who asked
 * @param epoch the claim under which it was done
 */
public record PositionReset(
    TopicPartition partition,
    OptionalLong before,
    long after,
    String option,
    String by,
    Epoch epoch) {

  public PositionReset {
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(option, "option");
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(epoch, "epoch");
  }
}
