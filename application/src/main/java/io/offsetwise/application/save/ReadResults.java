package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.util.Iterator;

/**
 * All results of the ranges being saved: every record was read, and nobody asks Kafka for more.
 * Each iterator begins anew. Used by one thread.
 *
 * @param <R> the job's results
 */
@FunctionalInterface
public interface ReadResults<R> extends Iterable<R>, AutoCloseable {

  /**
   * Writes all results.
   *
   * @throws StreamStoppedException with reason {@code RECORDS_UNREAD} when the writer has left some
   */
  default void writeTo(ResultWriter<R> writer) {
    Iterator<R> results = iterator();
    writer.write(results);
    if (results.hasNext()) {
      throw new StreamStoppedException(
          StopReason.RECORDS_UNREAD,
          "not all results were taken by "
              + writer.getClass().getName()
              + ": the job's writer has probably swallowed an error or stopped early; let errors"
              + " pass and read the results to their end");
    }
  }

  /** Drops the results; does nothing where they are held in memory alone. */
  @Override
  default void close() {}
}
