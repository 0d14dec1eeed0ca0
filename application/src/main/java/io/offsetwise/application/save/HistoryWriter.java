package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.function.Function;

/**
 * Writes on record what an open commit holds. Each commit writes its own entries, that of the
 * results too: what they say is durable together with what they say it of.
 */
public interface HistoryWriter {

  /**
   * Appends to the stream's history that {@code range} was saved under {@code epoch}, where the
   * store keeps a history; Kafka's group offsets have none.
   *
   * @param commit what the commit holds
   */
  void record(OffsetRange range, Epoch epoch, RecordedCommit commit);

  /**
   * Tells what was read of the ranges whose positions are moved, or which are put on record, after
   * this call, to be kept in the same write. A position that moves without it has no leader epoch,
   * an entry no number of records. Stores that keep neither do nothing.
   */
  default void whatWasRead(Function<OffsetRange, ReadSummary> summaries) {}

  /** {@link #record} for each of {@code ranges}; a store that can sends them together. */
  default void recordAll(List<OffsetRange> ranges, Epoch epoch, RecordedCommit commit) {
    ranges.forEach(range -> record(range, epoch, commit));
  }
}
