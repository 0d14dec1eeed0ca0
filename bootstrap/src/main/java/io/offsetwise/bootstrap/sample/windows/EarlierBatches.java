package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;

/** Where the batches of earlier runs began. Used on the driver. */
@FunctionalInterface
public interface EarlierBatches {

  /**
   * Where the newest batches that ended at {@code offset} or before it began.
   *
   * @param most how many are wanted, 0 or more
   * @return at most {@code most} offsets, oldest first, that the log still holds; empty when none
   *     is known
   */
  List<Long> before(TopicPartition partition, long offset, int most);
}
