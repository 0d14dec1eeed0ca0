package io.offsetwise.application.save;

import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;

/**
 * All results of the ranges being saved: every record was read, and nobody asks Kafka for more.
 * Used by one thread.
 *
 * @param <R> the job's results
 */
@FunctionalInterface
public interface ReadResults<R> extends AutoCloseable {

  /**
   * Writes all results, and the dead letters of records at which the job's function threw. May be
   * called again, for another attempt of a commit.
   *
   * @throws StoppedException with reason {@code RECORDS_UNREAD} when a writer has left some
   */
  void writeTo(ResultTransaction<R> transaction);

  /** What was read of {@code range}, one of the ranges being saved. */
  default ReadSummary summaryOf(OffsetRange range) {
    return ReadSummary.UNKNOWN;
  }

  /** Drops the results; does nothing where they are held in memory alone. */
  @Override
  default void close() {}
}
