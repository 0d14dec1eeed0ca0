package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;

/**
 * The records of one range, each checked as it passes: it must belong to the range's partition, lie
 * in {@code [from, until)} and come after the one before it.
 *
 * <p>Counting {@code until - from} would be no check, since compacted and transactional topics have
 * holes. One instance for each task; not thread-safe.
 */
public final class ConformingRecords implements RangeRecords {

  private final OffsetRange range;
  private final Iterator<? extends SourceRecord> records;
  private long lowestNext;
  private long count;
  private LeaderEpoch leaderEpoch = LeaderEpoch.UNKNOWN;

  /** Checks {@code records} against {@code range} while they are read. */
  public ConformingRecords(OffsetRange range, Iterator<? extends SourceRecord> records) {
    this.range = range;
    this.records = records;
    this.lowestNext = range.from();
  }

  @Override
  public boolean hasNext() {
    return records.hasNext();
  }

  @Override
  public SourceRecord next() {
    SourceRecord record = records.next();
    long offset = record.offset();
    if (offset < lowestNext || offset >= range.until() || !isOfPartition(record)) {
      throw outOfRange(record);
    }
    lowestNext = offset + 1;
    count++;
    leaderEpoch = record.leaderEpoch();
    return record;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public LeaderEpoch leaderEpoch() {
    return leaderEpoch;
  }

  @Override
  public void requireExhausted() {
    if (records.hasNext()) {
      throw StopReason.RECORDS_UNREAD.because(
          """
          only %s records of %s were read before its results were saved: the job's code has \
          probably swallowed an error or stopped reading early; read the iterator to its end""",
          count, range);
    }
  }

  private boolean isOfPartition(SourceRecord record) {
    return record.partition() == range.topicPartition().partition()
        && record.topic().equals(range.topicPartition().topic());
  }

  private StoppedException outOfRange(SourceRecord record) {
    return StopReason.RECORD_OUT_OF_RANGE.because(
        "record %s-%s offset %s was delivered where an offset of %s from %s was due: the topic is"
            + " probably compacted or transactional, or ranges were indexed after a shuffle",
        record.topic(), record.partition(), record.offset(), range, lowestNext);
  }
}
