package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The ranges of one batch, in the order in which they were planned; {@link #inLockOrder()} gives
 * the sorted form in which rows are locked. What reads a range is handed the range itself: no index
 * ties the two.
 *
 * @param ranges one range for each partition, each partition at most once
 */
public record BatchRanges(List<OffsetRange> ranges) implements Serializable {

  private static final Comparator<OffsetRange> LOCK_ORDER =
      Comparator.comparing(OffsetRange::topicPartition);

  public BatchRanges {
    ranges = List.copyOf(ranges);
    Set<TopicPartition> seen = new HashSet<>();
    for (OffsetRange range : ranges) {
      if (!seen.add(range.topicPartition())) {
        throw new IllegalArgumentException(
            range.topicPartition() + " has two ranges in one batch: " + ranges);
      }
    }
  }

  /** The ranges of a save that covers a single partition. */
  public static BatchRanges of(OffsetRange range) {
    return new BatchRanges(List.of(range));
  }

  /** The ranges that hold offsets, sorted by partition: the order in which rows are locked. */
  public List<OffsetRange> inLockOrder() {
    return ranges.stream().filter(range -> !range.isEmpty()).sorted(LOCK_ORDER).toList();
  }

  /** Number of offsets in all ranges: an upper bound of the batch's records. */
  public long length() {
    return ranges.stream().mapToLong(OffsetRange::length).sum();
  }

  /** Whether no range holds an offset. */
  public boolean isEmpty() {
    return ranges.stream().allMatch(OffsetRange::isEmpty);
  }
}
