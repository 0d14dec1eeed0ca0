package io.offsetwise.application.windows;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Offenders;
import io.offsetwise.domain.audit.OffsetPlace;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * One partition's windows held against its log, record by record: only the windows that are open at
 * an offset are held. Not thread-safe.
 */
final class WindowSweep {

  private final AuditedPartition partition;
  private final OffsetRange comparable;
  private final WindowCursor cursor;
  private final List<OpenWindow> open = new ArrayList<>();
  private final Map<FindingKind, Offenders> offenders = new EnumMap<>(FindingKind.class);
  private long sent;
  private long stored;

  WindowSweep(AuditedPartition partition, WindowCursor cursor) {
    this.partition = partition;
    this.comparable = partition.comparable();
    this.cursor = cursor;
  }

  /** The next record of the log. */
  void record(SourceRecord record) {
    long offset = record.offset();
    cursor.takeUpTo(partition.partition(), offset, window -> open.add(new OpenWindow(window)));
    closeUpTo(offset);
    long bytes = WindowFunction.lengthOf(record);
    open.forEach(window -> window.add(bytes));
    if (partition.placeOf(offset) == OffsetPlace.DUE) {
      due(offset, open.stream().filter(window -> window.isOfBatch(offset)).count());
    }
  }

  /** What was found, when the log is at its end. */
  PartitionFindings findings() {
    cursor.takeRest(partition.partition(), window -> open.add(new OpenWindow(window)));
    open.forEach(this::close);
    List<Finding> all = new ArrayList<>(partition.findings());
    offenders.forEach(
        (kind, found) -> all.add(Finding.at(kind, partition.partition().toString(), found)));
    return new PartitionFindings(partition, sent, stored, all);
  }

  /** Each record is of the newest batch in one window, and in no second one. */
  private void due(long offset, long batches) {
    sent++;
    stored += batches;
    if (batches == 0) {
      add(FindingKind.LOST, offset, 1);
    } else {
      add(FindingKind.REPEATED, offset, batches - partition.readsOf(offset));
    }
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
      misplaced(Math.max(row.batchFrom(), comparable.until()), row);
    } else if (row.batchFrom() < partition.trail().start()) {
      misplaced(row.batchFrom(), row);
    } else if (row.from() >= comparable.from() && !window.isRight()) {
      add(FindingKind.ALTERED, row.batchFrom(), 1);
    }
  }

  /** A batch of offsets that were not due to be in one. */
  private void misplaced(long first, WindowCount row) {
    long offsets = row.until() - first;
    switch (partition.placeOf(first)) {
      case AHEAD -> add(FindingKind.AHEAD, first, offsets);
      case BEYOND_LOG -> add(FindingKind.UNKNOWN, first, offsets);
      case NOT_DUE -> add(FindingKind.NOT_DUE, first, offsets);
      case DUE, NOT_COMPARABLE -> {
        // said of the records, or once for the whole range
      }
    }
  }

  private void add(FindingKind kind, long offset, long count) {
    if (count > 0) {
      offenders.merge(
          kind, Offenders.NONE.plus(offset, count), (found, one) -> found.plus(offset, count));
    }
  }
}
