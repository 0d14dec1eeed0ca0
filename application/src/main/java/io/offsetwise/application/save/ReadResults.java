package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;
import java.util.List;

/**
 * All results of the ranges being saved: every record was read, and nobody asks Kafka for more.
 * Each iterator begins anew. Used by one thread.
 *
 * @param <R> the job's results
 */
@FunctionalInterface
public interface ReadResults<R> extends Iterable<R>, AutoCloseable {

  /** The dead letters of records at which the job's function threw; none by default. */
  default Iterable<DeadLetter> letters() {
    return List.of();
  }

  /**
   * Writes all results and dead letters.
   *
   * @throws StoppedException with reason {@code RECORDS_UNREAD} when a writer has left some
   */
  default void writeTo(ResultTransaction<R> transaction) {
    write(iterator(), transaction.results());
    write(letters().iterator(), transaction.letters());
  }

  private static <T> void write(Iterator<T> results, ResultWriter<T> writer) {
    writer.write(results);
    if (results.hasNext()) {
      throw StopReason.RECORDS_UNREAD.because(
          "not all results were taken by %s: the job's writer has probably swallowed an error or"
              + " stopped early; let errors pass and read the results to their end",
          writer.getClass().getName());
    }
  }

  /** What was read of {@code range}, one of the ranges being saved. */
  default ReadSummary summaryOf(OffsetRange range) {
    return ReadSummary.UNKNOWN;
  }

  /** Drops the results; does nothing where they are held in memory alone. */
  @Override
  default void close() {}
}
