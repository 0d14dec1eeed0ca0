package io.offsetwise.domain.offset;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Any offsets of one partition, as ranges that do not touch each other.
 *
 * @param ranges sorted, none of them empty
 */
public record OffsetSet(List<OffsetRange> ranges) {

  /** No offset at all. */
  public static final OffsetSet NONE = new OffsetSet(List.of());

  public OffsetSet {
    ranges = List.copyOf(ranges);
  }

  /** The offsets that lie in at least one of {@code ranges}, which are of one partition. */
  public static OffsetSet of(Collection<OffsetRange> ranges) {
    List<OffsetRange> united = new ArrayList<>();
    ranges.stream()
        .filter(range -> !range.isEmpty())
        .sorted(Comparator.comparingLong(OffsetRange::from))
        .forEach(range -> unite(united, range));
    return new OffsetSet(united);
  }

  /** The offsets of {@code range}. */
  public static OffsetSet of(OffsetRange range) {
    return of(List.of(range));
  }

  private static void unite(List<OffsetRange> united, OffsetRange range) {
    int last = united.size() - 1;
    if (last < 0 || united.get(last).until() < range.from()) {
      united.add(range);
      return;
    }
    OffsetRange before = united.get(last);
    long until = Math.max(before.until(), range.until());
    united.set(last, new OffsetRange(range.topicPartition(), before.from(), until));
  }

  /** The offsets that are here or in {@code others}. */
  public OffsetSet plus(OffsetSet others) {
    List<OffsetRange> all = new ArrayList<>(ranges);
    all.addAll(others.ranges);
    return of(all);
  }

  /** The offsets that are here but not in {@code others}. */
  public OffsetSet minus(OffsetSet others) {
    List<OffsetRange> left = ranges;
    for (OffsetRange taken : others.ranges) {
      left = left.stream().flatMap(range -> range.minus(taken).stream()).toList();
    }
    return new OffsetSet(left);
  }

  /** The offsets that are both here and in {@code others}. */
  public OffsetSet within(OffsetSet others) {
    return minus(minus(others));
  }

  /** Whether {@code offset} is here. */
  public boolean contains(long offset) {
    return ranges.stream().anyMatch(range -> range.contains(offset));
  }

  /** Number of offsets. */
  public long length() {
    return ranges.stream().mapToLong(OffsetRange::length).sum();
  }
}
