package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;
import java.util.Iterator;

/**
 * What a task does with the records of its range. Travels to executors.
 *
 * @param <T> what it makes of them
 */
public sealed interface RangeTask<T> extends Serializable permits ReadRange, SaveRange {

  /**
   * Works on one range.
   *
   * @param range the range that the records are read for
   * @param records its records, unchecked; can be read once, and are closed when the task ends
   */
  Iterator<T> run(OffsetRange range, RangeReader records);
}
