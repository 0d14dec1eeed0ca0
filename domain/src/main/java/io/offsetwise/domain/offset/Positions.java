package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The next offset to read, for each partition.
 *
 * <p>A position is what Kafka calls a committed offset: the offset <em>after</em> the last record
 * that was dealt with.
 *
 * @param nextOffsets next offset to read by partition, 0 or more; sorted by partition
 */
public record Positions(SortedMap<TopicPartition, Long> nextOffsets) implements Serializable {

  /** The positions of nothing. */
  public static final Positions NONE = new Positions(new TreeMap<>());

  public Positions {
    nextOffsets = Collections.unmodifiableSortedMap(new TreeMap<>(nextOffsets));
    nextOffsets.forEach(
        (partition, offset) -> {
          if (offset < 0) {
            throw new IllegalArgumentException(
                "position " + offset + " of " + partition + " is negative");
          }
        });
  }

  /** Positions from any map of next offsets. */
  public static Positions of(Map<TopicPartition, Long> nextOffsets) {
    return new Positions(new TreeMap<>(nextOffsets));
  }

  /** The partitions that have a position, sorted. */
  public Set<TopicPartition> partitions() {
    return nextOffsets.keySet();
  }

  /** The next offset to read from {@code partition}, or empty when it has no position. */
  public OptionalLong of(TopicPartition partition) {
    Long offset = nextOffsets.get(partition);
    return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
  }

  /**
   * These positions after {@code ranges} have been saved: the partition of each stands at its end.
   * All at once, because positions are copied.
   */
  public Positions after(List<OffsetRange> ranges) {
    SortedMap<TopicPartition, Long> next = new TreeMap<>(nextOffsets);
    ranges.forEach(range -> next.put(range.topicPartition(), range.until()));
    return new Positions(next);
  }

  /** Whether every partition of {@code target} stands here at its target or later. */
  public boolean haveReached(Positions target) {
    return target.nextOffsets.entrySet().stream()
        .allMatch(entry -> of(entry.getKey()).orElse(0) >= entry.getValue());
  }

  /** Number of offsets from here up to {@code end}; partitions that are beyond it count nothing. */
  public long lagTo(Positions end) {
    return end.nextOffsets.entrySet().stream()
        .mapToLong(entry -> Math.max(0, entry.getValue() - of(entry.getKey()).orElse(0)))
        .sum();
  }
}
