package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Watches, in place of the guarded write of a store, that Spark's batches leave no record out: the
 * first range of a partition begins at its stored position or before it, each later one where the
 * last one ended. Not thread-safe.
 */
final class RangeOrder {

  private final Positions stored;
  private final Path files;
  private final Map<TopicPartition, Long> reached = new HashMap<>();

  /**
   * The order of one session.
   *
   * @param stored next offset to read, as it was stored at the start
   * @param files Spark's files of the generation, for messages
   */
  RangeOrder(Positions stored, Path files) {
    this.stored = stored;
    this.files = files;
  }

  /**
   * Makes sure that a batch comes next; empty ranges too.
   *
   * @throws StoppedException with reason {@code OUT_OF_ORDER}, or {@code NOT_INITIALISED} for a
   *     partition that has no position
   */
  void require(BatchRanges batch) {
    batch.ranges().forEach(this::require);
    batch.ranges().forEach(range -> reached.put(range.topicPartition(), range.until()));
  }

  private void require(OffsetRange range) {
    Long last = reached.get(range.topicPartition());
    if (last != null && range.from() != last) {
      throw outOfOrder(range, "the batch before it ended at " + last, "a batch was left out");
    }
    if (last == null && range.from() > storedPosition(range)) {
      throw outOfOrder(
          range,
          "the stored position is " + storedPosition(range),
          "Spark's checkpoint is ahead of the positions beside it, which were moved by hand or"
              + " replaced by an older copy");
    }
  }

  private long storedPosition(OffsetRange range) {
    return stored
        .of(range.topicPartition())
        .orElseThrow(
            () ->
                StopReason.NOT_INITIALISED.because(
                    "no position of %s is stored but the checkpoint reads it: its row was probably"
                        + " deleted; %s",
                    range.topicPartition(), ProvenanceFile.wayOut(files)));
  }

  private StoppedException outOfOrder(OffsetRange range, String but, String probably) {
    return StopReason.OUT_OF_ORDER.because(
        "the batch of %s is [%s, %s) but %s: probably %s; %s",
        range.topicPartition(),
        range.from(),
        range.until(),
        but,
        probably,
        ProvenanceFile.wayOut(files));
  }
}
