package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.adapters.spark.executor.RangeRead;
import io.offsetwise.application.save.Defences;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * What the tasks of a batch reported of their reading: the proof that results which were computed
 * elsewhere stand for all records. A task that ran twice reports twice.
 */
record ReadReports(List<RangeRead> reports) {

  ReadReports {
    reports = List.copyOf(reports);
  }

  /**
   * Makes sure that each of {@code ranges} was read to its end, each time that it was read at all.
   *
   * @return what was read of each of {@code ranges} that is not empty, once
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code RECORDS_UNREAD}
   */
  List<RangeRead.Complete> requireComplete(BatchRanges ranges, Defences defences) {
    Map<OffsetRange, RangeRead.Complete> complete = new HashMap<>();
    for (RangeRead report : reports) {
      if (report instanceof RangeRead.Unread unread) {
        throw unread.stop();
      }
      if (report instanceof RangeRead.Complete read) {
        complete.put(read.range(), read);
      }
    }
    ranges.inLockOrder().stream()
        .filter(range -> !complete.containsKey(range))
        .forEach(range -> defences.conforming(range, new Untouched(range)).requireExhausted());
    return ranges.inLockOrder().stream().map(complete::get).toList();
  }

  /** The records of a range that no task has read: some are there, and they are not known here. */
  private record Untouched(OffsetRange range) implements RangeReader {

    @Override
    public boolean hasNext() {
      return true;
    }

    @Override
    public SourceRecord next() {
      throw new NoSuchElementException("the records of this range were not read by any task");
    }

    @Override
    public long position() {
      return range.from();
    }

    @Override
    public void close() {}
  }
}
