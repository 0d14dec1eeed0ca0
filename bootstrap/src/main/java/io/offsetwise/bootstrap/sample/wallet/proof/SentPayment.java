package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.bootstrap.laboratory.evidence.SentRecord;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.TopicPartition;

/**
 * A payment in Kafka's log.
 *
 * @param topicPartition the partition of its record
 * @param offset the offset of its record
 * @param payment what the record holds
 */
record SentPayment(TopicPartition topicPartition, long offset, Payment payment) {

  SentRecord record() {
    return new SentRecord(topicPartition, offset);
  }
}
