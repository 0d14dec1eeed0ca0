package io.offsetwise.application.interleaving;

import io.offsetwise.application.fake.FakeResult;
import io.offsetwise.domain.offset.TopicPartition;

/**
 * Where a record is.
 *
 * @param partition its partition
 * @param offset its offset
 */
record Place(TopicPartition partition, long offset) {

  /** The key of its result. */
  String key() {
    return FakeResult.keyOf(partition.topic(), partition.partition(), offset);
  }
}
