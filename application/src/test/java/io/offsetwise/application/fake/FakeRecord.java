package io.offsetwise.application.fake;

import io.offsetwise.application.source.RecordHeader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.source.TimestampType;
import io.offsetwise.domain.offset.LeaderEpoch;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A record without headers.
 *
 * @param topic name of the topic
 * @param partition number of the partition
 * @param offset the record's own offset
 * @param leaderEpoch under which leader it was appended
 * @param timestamp milliseconds since 1970-01-01T00:00Z
 * @param key the key, or null
 * @param value the value, or null
 */
@SuppressWarnings(
    "ArrayRecordComponent") // the port hands out arrays; nobody compares these records
public record FakeRecord(
    String topic,
    int partition,
    long offset,
    LeaderEpoch leaderEpoch,
    long timestamp,
    byte[] key,
    byte[] value)
    implements SourceRecord {

  /** A record of the first leader. */
  public FakeRecord(
      String topic, int partition, long offset, long timestamp, byte[] key, byte[] value) {
    this(topic, partition, offset, new LeaderEpoch.Known(0), timestamp, key, value);
  }

  /** The record at this place; its value names the place. */
  public static FakeRecord at(String topic, int partition, long offset) {
    return withValue(topic, partition, offset, FakeResult.keyOf(topic, partition, offset));
  }

  /** A record with this text as its value. */
  public static FakeRecord withValue(String topic, int partition, long offset, String value) {
    return new FakeRecord(
        topic, partition, offset, offset, null, value.getBytes(StandardCharsets.UTF_8));
  }

  /** The same record, appended under another leader. */
  FakeRecord under(LeaderEpoch leader) {
    return new FakeRecord(topic, partition, offset, leader, timestamp, key, value);
  }

  @Override
  public TimestampType timestampType() {
    return TimestampType.CREATE_TIME;
  }

  @Override
  public List<RecordHeader> headers() {
    return List.of();
  }
}
