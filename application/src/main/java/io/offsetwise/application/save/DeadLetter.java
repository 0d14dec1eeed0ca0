package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import java.io.Serializable;

/**
 * A record that a job could not make results of, kept in the same commit as the results of its
 * neighbours, so that it neither stops the stream nor gets lost.
 *
 * @param topic topic of the record
 * @param partition partition of the record
 * @param offset offset of the record
 * @param reason why it was rejected, one sentence
 * @param key the record's key, or null
 * @param value the record's value, or null
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy of 1 MB would be waste
public record DeadLetter(
    String topic, int partition, long offset, String reason, byte[] key, byte[] value)
    implements Serializable {

  /** The dead letter of {@code record}. */
  public static DeadLetter of(SourceRecord record, String reason) {
    return new DeadLetter(
        record.topic(), record.partition(), record.offset(), reason, record.key(), record.value());
  }
}
