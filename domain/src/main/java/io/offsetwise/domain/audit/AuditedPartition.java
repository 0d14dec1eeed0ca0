package io.offsetwise.domain.audit;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Comparator;
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
    if (retained.isEmpty() || isIn(trail.gaps(), offset) || isIn(trail.ambiguous(), offset)) {
      return OffsetPlace.NOT_COMPARABLE;
    }
    RetainedRange log = retained.get();
    if (offset >= until()) {
      return offset < log.end() ? OffsetPlace.AHEAD : OffsetPlace.BEYOND_LOG;
    }
    if (offset < trail.start()) {
      return OffsetPlace.NOT_DUE;
    }
    return offset < log.earliest() || offset >= log.end()
        ? OffsetPlace.NOT_COMPARABLE
        : OffsetPlace.DUE;
  }

  /**
   * The records of the log that hold all due ones: from the start up to the position, as far as the
   * log reaches. Empty when there are none.
   */
  public OffsetRange comparable() {
    long from = Math.max(trail.start(), retained.map(RetainedRange::earliest).orElse(0L));
    long until = Math.min(until(), retained.map(RetainedRange::end).orElse(0L));
    return new OffsetRange(partition(), from, Math.max(from, until));
  }

  /** Number of offsets from the start up to the position that the log cannot tell of. */
  public long notCompared() {
    OffsetRange passed =
        new OffsetRange(partition(), trail.start(), Math.max(trail.start(), until()));
    List<OffsetRange> untold = new ArrayList<>(trail.gaps());
    untold.addAll(trail.ambiguous());
    OffsetRange comparable = comparable();
    long due = comparable.length() - overlap(comparable, untold);
    return passed.length() - overlap(passed, trail.gaps()) - due;
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

  /** Number of offsets of {@code window} that lie in one of {@code ranges} or in several. */
  private static long overlap(OffsetRange window, List<OffsetRange> ranges) {
    long counted = window.from();
    long overlap = 0;
    for (OffsetRange range :
        ranges.stream().sorted(Comparator.comparingLong(OffsetRange::from)).toList()) {
      long from = Math.max(counted, range.from());
      long until = Math.min(window.until(), range.until());
      overlap += Math.max(0, until - from);
      counted = Math.max(counted, until);
    }
    return overlap;
  }
}
