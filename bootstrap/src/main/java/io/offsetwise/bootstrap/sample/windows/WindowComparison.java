package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.application.audit.CommitHistory;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.audit.ResultComparison;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Offenders;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Windows held against the log. The newest batches of all windows must cover what was read, each
 * offset once; and each window must hold what the log holds between its bounds. Not thread-safe.
 */
public final class WindowComparison implements ResultComparison {

  private final WindowCursor cursor;
  private final List<Finding> ofOthers = new ArrayList<>();

  /**
   * Compares {@code windows}.
   *
   * @param windows all of a stream, repeats included, sorted by topic, partition and first offset
   */
  public WindowComparison(Iterator<WindowCount> windows) {
    this.cursor = new WindowCursor(windows);
  }

  @Override
  public PartitionFindings compare(
      AuditedPartition partition, CommitHistory commits, RecordReplay log) {
    while (cursor.partition().filter(next -> isBefore(next, partition)).isPresent()) {
      skip();
    }
    WindowSweep sweep = new WindowSweep(partition, commits, cursor);
    log.replay(partition.comparable(), sweep::record);
    return sweep.findings();
  }

  @Override
  public List<Finding> others() {
    while (cursor.partition().isPresent()) {
      skip();
    }
    return List.copyOf(ofOthers);
  }

  private static boolean isBefore(TopicPartition next, AuditedPartition partition) {
    return next.compareTo(partition.partition()) < 0;
  }

  /** Passes over the windows of a partition that the stream has never begun. */
  private void skip() {
    TopicPartition partition = cursor.partition().orElseThrow();
    Offenders passed = cursor.skip(partition);
    if (passed.count() > 0) {
      ofOthers.add(Finding.at(FindingKind.NOT_DUE, partition.toString(), passed));
    }
  }
}
