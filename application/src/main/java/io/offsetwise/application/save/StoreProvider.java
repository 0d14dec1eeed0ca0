package io.offsetwise.application.save;

import java.io.Serializable;

/**
 * The settings that open a store where it is used. Travels from driver to executors, where no
 * injector exists; must not hold secrets, only references to them.
 *
 * @param <S> what the store makes durable: {@link CommitStore}, or one half of it, {@link
 *     OffsetCommits} or {@link ResultCommits}
 */
public interface StoreProvider<S> extends Serializable {

  /**
   * Opens the store; what is expensive (a pool) is shared in the JVM. Closing releases the share.
   */
  S open();
}
