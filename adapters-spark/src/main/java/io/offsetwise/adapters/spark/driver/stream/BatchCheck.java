package io.offsetwise.adapters.spark.driver.stream;

import io.offsetwise.domain.offset.BatchRanges;

/** Looks at the ranges of a batch that passed the gate, before anything is read or saved. */
@FunctionalInterface
public interface BatchCheck {

  /**
   * Nothing is looked for: ranges of one session follow each other, and guarded writes will tell.
   */
  BatchCheck NONE = ranges -> {};

  /** Throws what speaks against the batch; empty ranges are shown too. */
  void require(BatchRanges ranges);
}
