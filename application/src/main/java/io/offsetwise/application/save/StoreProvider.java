package io.offsetwise.application.save;

import java.io.Serializable;

/**
 * The settings that open a store where it is used. Travels from driver to executors, where no
 * injector exists; must not hold secrets, only references to them.
 *
 * @param <R> the job's results
 */
public interface StoreProvider<R> extends Serializable {

  /**
   * Opens the store; what is expensive (a pool) is shared in the JVM. Closing releases the share.
   */
  CommitStore<R> open();
}
