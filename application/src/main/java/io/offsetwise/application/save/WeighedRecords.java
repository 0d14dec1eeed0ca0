package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.LeaderEpoch;

/** Records whose size is added up while they are read. Not thread-safe. */
final class WeighedRecords implements RangeRecords {

  private final RangeRecords records;
  private long bytes;

  WeighedRecords(RangeRecords records) {
    this.records = records;
  }

  /** The sum of all keys and values so far, in bytes. */
  long bytes() {
    return bytes;
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public SourceRecord next() {
    SourceRecord record = records.next();
    bytes += length(record.key()) + length(record.value());
    return record;
  }

  @Override
  public long count() {
    return records.count();
  }

  @Override
  public LeaderEpoch leaderEpoch() {
    return records.leaderEpoch();
  }

  @Override
  public void requireExhausted() {
    records.requireExhausted();
  }

  private static long length(byte[] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
