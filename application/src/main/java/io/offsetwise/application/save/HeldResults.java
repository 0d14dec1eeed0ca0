package io.offsetwise.application.save;

import io.offsetwise.application.stop.StoppedException;

/**
 * Results from the moment when they were made to their commit, in the form in which a store writes
 * them. In memory up to a bound, the rest in a file; no store is touched while they are taken. Not
 * thread-safe.
 *
 * @param <R> the job's results
 */
public interface HeldResults<R> extends AutoCloseable {

  /**
   * Takes a result.
   *
   * @throws StoppedException with reason {@code RESULTS_REFUSED} or {@code IMPOSSIBLE} when it is
   *     none that can be written, {@code UNAVAILABLE} when there is no room for it
   */
  void add(R result);

  /**
   * Writes all of them inside an open commit; again in the next one when that was rolled back.
   *
   * @param writer of the store that holds them
   */
  void writeTo(ResultWriter<R> writer);

  /** Drops the results. */
  @Override
  void close();
}
