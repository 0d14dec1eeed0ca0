package io.offsetwise.application.source;

import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;

/**
 * The settings that open a {@link RangeReader} where a range is read. Travels from driver to
 * executors; must not hold secrets, only references to them.
 */
public interface RangeReaders extends Serializable {

  /** Opens a reader at the beginning of {@code range}; does not wait for the broker. */
  RangeReader open(OffsetRange range);

  /**
   * Closes what this JVM keeps open between two ranges, so that the next range begins without
   * anything that was fetched before. Called when nobody reads any more.
   */
  void release();
}
