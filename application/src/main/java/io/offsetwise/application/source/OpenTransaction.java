package io.offsetwise.application.source;

import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * A transaction that has neither been committed nor aborted yet. Who reads committed records alone
 * reads nothing behind its first record.
 *
 * @param partition whose reading it holds up
 * @param producerId Kafka's number of the producer that has begun it
 * @param producerEpoch the producer's epoch: how often its transactional id was initialized
 * @param startOffset offset of its first record in the partition: the last stable offset
 * @param lastWritten timestamp of the latest record that the producer has written to the partition
 */
public record OpenTransaction(
    TopicPartition partition,
    long producerId,
    int producerEpoch,
    long startOffset,
    Instant lastWritten) {

  public OpenTransaction {
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(lastWritten, "lastWritten");
  }

  /** Whose it is, where it begins, and since when nothing was written: no full stop. */
  public String describe() {
    return Text.of(
        "producer %s of epoch %s has a transaction open in %s from offset %s on, last written to at"
            + " %s",
        producerId, producerEpoch, partition, startOffset, lastWritten);
  }
}
