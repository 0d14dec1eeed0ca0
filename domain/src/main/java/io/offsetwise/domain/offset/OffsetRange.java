package io.offsetwise.domain.offset;

import io.offsetwise.domain.text.Text;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The half-open range {@code [from, until)} of one partition's offsets.
 *
 * <p>The number of records in it may be smaller than its length: compacted and transactional topics
 * have holes.
 *
 * @param topicPartition the partition, never null
 * @param from first offset of the range, inclusive, 0 or more
 * @param until end of the range, exclusive, not smaller than {@code from}
 */
public record OffsetRange(TopicPartition topicPartition, long from, long until)
    implements Serializable {

  public OffsetRange {
    Objects.requireNonNull(topicPartition, "topicPartition");
    if (from < 0 || until < from) {
      throw new IllegalArgumentException(
          Text.of("range [%s, %s) of %s is not a range of offsets", from, until, topicPartition));
    }
  }

  /** Number of offsets in the range: an upper bound of its records. */
  public long length() {
    return until - from;
  }

  /** Whether the range holds no offset at all. */
  public boolean isEmpty() {
    return from == until;
  }

  /** Whether {@code offset} lies in {@code [from, until)}. */
  public boolean contains(long offset) {
    return from <= offset && offset < until;
  }

  /** How this range lies to a stored position (the next offset to read). */
  public Continuity continuityFrom(long position) {
    return Continuity.of(from, until, position);
  }

  /** What is left of this range without the offsets of {@code other}: at most two ranges. */
  public List<OffsetRange> minus(OffsetRange other) {
    OffsetRange before = new OffsetRange(topicPartition, from, clamped(other.from));
    OffsetRange after = new OffsetRange(topicPartition, clamped(other.until), until);
    return Stream.of(before, after).filter(range -> !range.isEmpty()).toList();
  }

  private long clamped(long offset) {
    return Math.max(from, Math.min(until, offset));
  }

  @Override
  public String toString() {
    return topicPartition + " [" + from + ", " + until + ")";
  }
}
