package io.offsetwise.application.shared;

import java.io.Serializable;

/**
 * The settings of something that is expensive to open. Implemented by records: two with equal
 * components share one live thing.
 *
 * @param <T> the live thing, thread-safe
 */
public interface SharedResource<T extends AutoCloseable> extends Serializable {

  /** Opens the live thing; called once for each value of the settings in a JVM. */
  T open();
}
