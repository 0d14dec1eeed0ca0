package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.application.audit.CommitHistory;
import io.offsetwise.application.audit.ResultTally;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.OffsetPlace;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One partition's windows held against its log, record by record: only the windows that are open at
 * an offset are held. Not thread-safe.
 */
final class WindowSweep {

  private final AuditedPartition partition;
  private final OffsetRange comparable;
  private final WindowCursor cursor;
  private final List<OpenWindow> open = new ArrayList<>();
  private final ResultTally tally;
  private final SortedMap<Long, Long> beyond = new TreeMap<>();

  WindowSweep(AuditedPartition partition, CommitHistory commits, WindowCursor cursor) {
    this.partition = partition;
    this.comparable = partition.comparable();
    this.cursor = cursor;
    this.tally = new ResultTally(partition, commits);
  }

  /** The next record of the log. */
  void record(SourceRecord record) {
    long offset = record.offset();
    cursor.takeUpTo(partition.partition(), offset, window -> open.add(new OpenWindow(window)));
    closeUpTo(offset);
    long bytes = WindowFunction.lengthOf(record);
    open.forEach(window -> window.add(bytes));
    if (partition.placeOf(offset) == OffsetPlace.DUE) {
      tally.due(offset, open.stream().filter(window -> window.isOfBatch(offset)).count());
    }
  }

  /** What was found, when the log is at its end. */
  PartitionFindings findings() {
    cursor.takeRest(partition.partition(), window -> open.add(new OpenWindow(window)));
    open.forEach(this::close);
    beyond.forEach(tally::misplaced);
    return tally.findings();
  }

  private void closeUpTo(long offset) {
    for (Iterator<OpenWindow> windows = open.iterator(); windows.hasNext(); ) {
      OpenWindow window = windows.next();
      if (window.stored().until() <= offset) {
        windows.remove();
        close(window);
      }
    }
  }

  private void close(OpenWindow window) {
    WindowCount row = window.stored();
    if (row.until() > comparable.until()) {
      misplaced(Math.max(row.batchFrom(), comparable.until()), row.until());
    } else if (row.batchFrom() < partition.trail().start()) {
      tally.misplaced(row.batchFrom(), row.until() - row.batchFrom());
    } else if (row.from() >= comparable.from() && !window.isRight()) {
      tally.altered(row.batchFrom(), 1);
    }
  }

  /** Offsets after the position are held against their commits one by one. */
  private void misplaced(long from, long until) {
    for (long offset = from; offset < until; offset++) {
      beyond.merge(offset, 1L, Long::sum);
    }
  }
}
