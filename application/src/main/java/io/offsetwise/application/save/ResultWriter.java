package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Iterator;

/**
 * Writes results inside one open commit. Bound to that commit's connection.
 *
 * @param <R> the job's results
 */
@FunctionalInterface
public interface ResultWriter<R> {

  /**
   * Writes all results, reading the iterator to its end; nothing is durable until the commit is.
   * Implementations must stream: the iterator may be larger than memory.
   */
  void write(Iterator<R> results);

  /**
   * Writes all results, and makes sure of it.
   *
   * @throws StoppedException with reason {@code RECORDS_UNREAD} when {@link #write} has left some
   */
  default void writeAll(Iterator<R> results) {
    write(results);
    if (results.hasNext()) {
      throw StopReason.RECORDS_UNREAD.because(
          "not all results were taken by %s: the job's writer has probably swallowed an error or"
              + " stopped early; let errors pass and read the results to their end",
          getClass().getName());
    }
  }
}
