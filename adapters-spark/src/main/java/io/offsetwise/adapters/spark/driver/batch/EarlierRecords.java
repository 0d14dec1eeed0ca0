package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.domain.offset.BatchRanges;

/** Reads records that came before a batch. Used on the driver. */
@FunctionalInterface
public interface EarlierRecords {

  /** The records of these ranges, as a raw batch; reads nothing yet. */
  RawBatch read(BatchRanges ranges);
}
