package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.domain.offset.Epoch;

/**
 * What tells one claim of a group from all others: producer id and epoch that Kafka gave to it.
 *
 * @param producerId never recurs; another one when the counter ran full or had expired
 * @param count 0 for the first claim under this id
 */
record ClaimToken(long producerId, int count) {

  /** The number of this claim, counted since the counter began. */
  Epoch epoch() {
    return new Epoch(count + 1L);
  }

  boolean isFirst() {
    return count == 0;
  }
}
