package io.offsetwise.application.audit;

import java.util.Iterator;

/**
 * The stored results of a job that makes one result of each record and keeps its topic, partition
 * and offset with it. Valid as long as the {@link AuditedStream} that they belong to.
 *
 * @param <T> the content of a result
 */
public interface PlacedResults<T> {

  /**
   * All results, sorted by partition and offset, repeats included; read while they are taken. To be
   * called once.
   */
  Iterator<PlacedResult<T>> inOrder();

  /**
   * Whether a result is stored under the natural unique key of {@code content}, wherever its record
   * lies; false when results have no such key.
   */
  boolean holdsKeyOf(T content);
}
