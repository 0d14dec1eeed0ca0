package io.offsetwise.domain.audit;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.OffsetSet;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One partition of a stream under audit: the offsets from its start up to its position are due.
 *
 * @param trail what is on record of it
 * @param position the stored next offset to read; empty when none is stored
 * @param retained what the log holds of it; empty when the log has no such partition any more, or
 *     another topic under its name
 */
public record AuditedPartition(
    OffsetTrail trail, OptionalLong position, Optional<RetainedRange> retained) {

  public AuditedPartition {
    Objects.requireNonNull(trail, "trail");
    Objects.requireNonNull(position, "position");
    Objects.requireNonNull(retained, "retained");
  }

  /** The partition. */
  public TopicPartition partition() {
    return trail.partition();
  }

  /** What is found before any result is looked at. */
  public List<Finding> findings() {
    return new TrailFindings(this).all();
  }

  /** How {@code offset} lies to what the stream has read. */
  public OffsetPlace placeOf(long offset) {
    if (retained.isEmpty() || isIn(trail.ambiguous(), offset)) {
      return OffsetPlace.NOT_COMPARABLE;
    }
    RetainedRange log = retained.get();
    if (readsOf(offset) > 0) {
      return offset < log.earliest() || offset >= log.end()
          ? OffsetPlace.NOT_COMPARABLE
          : OffsetPlace.DUE;
    }
    if (isPassedOver(offset)) {
      return OffsetPlace.NOT_COMPARABLE;
    }
    if (offset >= until()) {
      return offset < log.end() ? OffsetPlace.AHEAD : OffsetPlace.BEYOND_LOG;
    }
    return OffsetPlace.NOT_DUE;
  }

  /** How often the stream has read {@code offset}: more than once only after a reset. */
  public long readsOf(long offset) {
    long before =
        trail.resets().readBefore().stream().filter(range -> range.contains(offset)).count();
    boolean now = trail.start() <= offset && offset < until() && !isPassedOver(offset);
    return now ? before + 1 : before;
  }

  private boolean isPassedOver(long offset) {
    return isIn(trail.gaps(), offset) || isIn(trail.resets().skipped(), offset);
  }

  /**
   * The records of the log that hold all due ones: from the start up to the position, or to the
   * last that was read before a reset, as far as the log reaches. Empty when there are none.
   */
  public OffsetRange comparable() {
    long from = Math.max(trail.start(), retained.map(RetainedRange::earliest).orElse(0L));
    long read = trail.resets().readBefore().stream().mapToLong(OffsetRange::until).max().orElse(0L);
    long until = Math.min(Math.max(until(), read), retained.map(RetainedRange::end).orElse(0L));
    return new OffsetRange(partition(), from, Math.max(from, until));
  }

  /** Number of offsets that were read and that the log cannot tell of. */
  public long notCompared() {
    OffsetSet read = trail.readUpTo(until()).plus(OffsetSet.of(trail.resets().readBefore()));
    OffsetSet told =
        retained
            .map(log -> OffsetSet.of(new OffsetRange(partition(), log.earliest(), log.end())))
            .orElse(OffsetSet.NONE)
            .minus(OffsetSet.of(trail.ambiguous()));
    return read.minus(told).length();
  }

  /** Whether everything that the stream has ever read of the partition can be compared. */
  public boolean isWhollyComparable() {
    return retained.isPresent() && trail.ambiguous().isEmpty() && notCompared() == 0;
  }

  /** Without a position the stream stands where its history ends. */
  private long until() {
    return position.orElse(trail.next().orElse(trail.start()));
  }

  private static boolean isIn(List<OffsetRange> ranges, long offset) {
    return ranges.stream().anyMatch(range -> range.contains(offset));
  }
}
