package io.offsetwise.adapters.storage.audit;

import io.offsetwise.domain.offset.StreamName;
import org.jdbi.v3.core.Handle;

/**
 * Makes what reads a job's results in one snapshot. Used on the driver.
 *
 * @param <R> how the job's results are read
 */
@FunctionalInterface
public interface ResultViews<R> {

  /**
   * Reads the results of {@code stream}.
   *
   * @param handle the connection with the open snapshot; to be read only
   */
  R in(Handle handle, StreamName stream);
}
