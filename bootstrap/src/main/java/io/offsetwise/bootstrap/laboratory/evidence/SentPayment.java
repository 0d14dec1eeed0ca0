package io.offsetwise.bootstrap.laboratory.evidence;

import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.wallet.Payment;

/**
 * A payment in Kafka's log.
 *
 * @param topicPartition the partition of its record
 * @param offset the offset of its record
 * @param payment what the record holds
 */
public record SentPayment(TopicPartition topicPartition, long offset, Payment payment) {

  /** Its place in the log, for people. */
  public String place() {
    return topicPartition + "@" + offset;
  }
}
