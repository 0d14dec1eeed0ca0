package io.offsetwise.domain.audit;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.OffsetSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * What resets have made of the way of one partition.
 *
 * @param skipped offsets that a position was set forward over
 * @param readBefore offsets that were read before a position was set back over them, as often as
 *     that happened
 */
public record ResetRanges(List<OffsetRange> skipped, List<OffsetRange> readBefore) {

  /** No reset at all. */
  public static final ResetRanges NONE = new ResetRanges(List.of(), List.of());

  public ResetRanges {
    skipped = List.copyOf(skipped);
    readBefore = List.copyOf(readBefore);
  }

  /** After one that went forward over {@code range}. */
  ResetRanges forwardOver(OffsetRange range) {
    return new ResetRanges(Stream.concat(skipped.stream(), Stream.of(range)).toList(), readBefore);
  }

  /**
   * After one that went back to the beginning of {@code range}, from its end.
   *
   * @param read the offsets in it that had been read since the one before it
   */
  ResetRanges backOver(OffsetRange range, OffsetSet read) {
    return new ResetRanges(
        OffsetSet.of(skipped).minus(OffsetSet.of(range)).ranges(),
        Stream.concat(readBefore.stream(), read.ranges().stream()).toList());
  }
}
