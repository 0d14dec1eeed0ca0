package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;

/** What may hold up a save just before it moves a position. Travels to executors. */
@FunctionalInterface
interface Pause extends Serializable {

  /** None. */
  Pause NONE = range -> {};

  /** The position of {@code range} is about to be moved. */
  void before(OffsetRange range);
}
