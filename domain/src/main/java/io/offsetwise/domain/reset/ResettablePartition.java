package io.offsetwise.domain.reset;

import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.HarmfulFinding;
import io.offsetwise.domain.start.PartitionInLog;
import io.offsetwise.domain.start.StartAudit;
import io.offsetwise.domain.start.StartingPoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * All that the new position of one partition is decided from.
 *
 * @param partition the partition
 * @param stored its position, if it has one
 * @param inLog what the log says of it now
 * @param atTime first offset at the time that was asked for; empty when none was
 */
public record ResettablePartition(
    TopicPartition partition,
    Optional<StoredPosition> stored,
    PartitionInLog inLog,
    OptionalLong atTime) {

  public ResettablePartition {
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(stored, "stored");
    Objects.requireNonNull(inLog, "inLog");
    Objects.requireNonNull(atTime, "atTime");
  }

  /** The offsets that the stream can read now. */
  public RetainedRange readable() {
    return inLog.readable();
  }

  /** The stored next offset to read, if there is one. */
  public OptionalLong position() {
    return stored
        .map(position -> OptionalLong.of(position.nextOffset()))
        .orElseGet(OptionalLong::empty);
  }

  /** The case in which a start would refuse the stored position. */
  public Optional<HarmfulFinding> harm() {
    return stored.flatMap(this::harmOf);
  }

  private Optional<HarmfulFinding> harmOf(StoredPosition position) {
    return new StartAudit(
            Map.of(partition, position),
            List.of(),
            Map.of(partition, inLog),
            new StartingPoint.Earliest())
        .findings().stream()
            .filter(HarmfulFinding.class::isInstance)
            .map(HarmfulFinding.class::cast)
            .findFirst();
  }

  /** Where a start that accepts any harm would go on; empty without a position. */
  public OptionalLong readFrom() {
    return harm().map(HarmfulFinding::readFrom).orElseGet(this::position);
  }
}
