package io.offsetwise.application.defence;

import io.offsetwise.application.save.RangeRecords;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.Iterator;

/** Counts records and demands that none is left, but takes them from anywhere. */
final class UncheckedRecords implements RangeRecords {

  private final Iterator<? extends SourceRecord> records;
  private long count;

  UncheckedRecords(Iterator<? extends SourceRecord> records) {
    this.records = records;
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public SourceRecord next() {
    count++;
    return records.next();
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public LeaderEpoch leaderEpoch() {
    return LeaderEpoch.UNKNOWN;
  }

  @Override
  public void requireExhausted() {
    if (hasNext()) {
      throw new IllegalStateException("records are left after " + count);
    }
  }
}
