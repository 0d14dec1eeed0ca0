package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.ArrayList;
import java.util.List;

/**
 * The windows of one batch before anything was counted: every partition has its row, also one in
 * which nothing arrived.
 */
public final class EmptyWindows {

  private EmptyWindows() {}

  /**
   * One for each partition of the batch.
   *
   * @param earlier what the windows hold before the newest batch, in the order of {@code newest}
   * @param newest the newest batch
   */
  public static List<WindowCount> of(BatchRanges earlier, BatchRanges newest) {
    List<WindowCount> empty = new ArrayList<>();
    for (int i = 0; i < newest.ranges().size(); i++) {
      empty.add(of(earlier.ranges().get(i), newest.ranges().get(i)));
    }
    return empty;
  }

  private static WindowCount of(OffsetRange earlier, OffsetRange newest) {
    if (!earlier.topicPartition().equals(newest.topicPartition())
        || earlier.until() != newest.from()) {
      throw new IllegalArgumentException(earlier + " does not lead to " + newest);
    }
    return new WindowCount(
        newest.topicPartition().topic(),
        newest.topicPartition().partition(),
        earlier.from(),
        newest.from(),
        newest.until(),
        0,
        0);
  }
}
