package io.offsetwise.application.save;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.LeaderEpoch;
import java.util.Iterator;

/** The records of one range while they are read. One instance for each task; not thread-safe. */
public interface RangeRecords extends Iterator<SourceRecord> {

  /** Number of records read so far. */
  long count();

  /** Of the last record read; unknown before the first one. */
  LeaderEpoch leaderEpoch();

  /**
   * Makes sure that nothing was left unread.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code RECORDS_UNREAD}
   */
  void requireExhausted();
}
