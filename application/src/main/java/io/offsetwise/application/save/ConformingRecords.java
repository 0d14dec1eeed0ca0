package io.offsetwise.application.save;

import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;

/**
 * The records of one range, each checked as it passes: it must belong to the range's partition, lie
 * in {@code [from, until)} and come after the one before it.
 *
 * <p>Counting {@code until - from} would be no check, since compacted and transactional topics have
 * holes; the reader's position tells where it has come to. One instance for each task; not
 * thread-safe.
 */
public final class ConformingRecords implements RangeRecords {

  private final OffsetRange range;
  private final RangeReader records;
  private long lowestNext;
  private long count;
  private LeaderEpoch leaderEpoch = LeaderEpoch.UNKNOWN;

  /** Checks {@code records} against {@code range} while they are read. */
  public ConformingRecords(OffsetRange range, RangeReader records) {
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
    if (records.position() < range.until()) {
      throw StopReason.RECORDS_UNREAD.because(
          "the reader of %s ended at offset %s, which is no end of it: it has probably lost"
              + " records; start the stream again from its stored positions",
          range, records.position());
    }
  }

  private boolean isOfPartition(SourceRecord record) {
    return record.partition() == range.topicPartition().partition()
        && record.topic().equals(range.topicPartition().topic());
  }

  private StoppedException outOfRange(SourceRecord record) {
    return StopReason.RECORD_OUT_OF_RANGE.because(
        "record %s-%s offset %s was delivered where an offset of %s from %s was due: ranges were"
            + " probably indexed after a shuffle, or two read by one consumer",
        record.topic(), record.partition(), record.offset(), range, lowestNext);
  }
}
