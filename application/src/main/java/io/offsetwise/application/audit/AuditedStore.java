package io.offsetwise.application.audit;

import java.util.function.Function;

/**
 * A store whose content of one stream can be read as it is at one instant, while others go on
 * writing. Used on the driver, by one thread.
 *
 * @param <R> how the job's results are read
 */
public interface AuditedStore<R> {

  /**
   * Runs {@code work} on the stream as it is at the beginning of this call. What others commit
   * meanwhile is not seen, nobody waits for the work, and nothing is written.
   *
   * @param work may use the stream during this call only
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} or
   *     {@code SCHEMA_VERSION} when the store cannot be read; what the work throws passes unchanged
   */
  <T> T atOneInstant(Function<AuditedStream<R>, T> work);
}
