package io.offsetwise.application.save;

import java.util.Iterator;

/**
 * Writes results inside one open commit. Bound to that commit's connection.
 *
 * @param <R> the job's results
 */
public interface ResultWriter<R> {

  /**
   * Writes all results, reading the iterator to its end; nothing is durable until the commit is.
   * Implementations must stream: the iterator may be larger than memory.
   */
  void write(Iterator<R> results);
}
