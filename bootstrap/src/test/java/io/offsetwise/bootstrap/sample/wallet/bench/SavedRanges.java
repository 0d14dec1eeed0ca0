package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.BatchRanges;

/** Is told on the driver of each batch that held records, when it was saved or read. */
@FunctionalInterface
interface SavedRanges {

  /**
   * A batch is done.
   *
   * @param records number of its records
   */
  void saved(long records, BatchRanges ranges);
}
