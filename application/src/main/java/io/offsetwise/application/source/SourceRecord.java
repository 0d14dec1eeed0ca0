package io.offsetwise.application.source;

import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.List;
import java.util.Optional;

/**
 * One record of the log, with all that Kafka knows of it: the notes' access <em>per message</em>.
 *
 * <p>Seen on executors, one at a time; an implementation may be a thin view. The arrays are the
 * record's own: do not change them.
 */
public interface SourceRecord {

  /** Name of the topic. */
  String topic();

  /** Number of the partition. */
  int partition();

  /** The record's own offset. */
  long offset();

  /** Under which leader the record was appended. */
  LeaderEpoch leaderEpoch();

  /** Milliseconds since 1970-01-01T00:00Z, or -1 with {@link TimestampType#NO_TIMESTAMP}. */
  long timestamp();

  /** Who has set the timestamp. */
  TimestampType timestampType();

  /** The key, or null. */
  byte[] key();

  /** The value, or null (a tombstone). */
  byte[] value();

  /** All headers in the order of the record, several of one name among them; unmodifiable. */
  List<RecordHeader> headers();

  /** The value of the last header of this name; empty when there is none or it is null. */
  default Optional<byte[]> header(String name) {
    return headers().stream()
        .filter(header -> header.name().equals(name))
        .reduce((earlier, later) -> later)
        .map(RecordHeader::value);
  }
}
