package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Offenders;
import io.offsetwise.domain.audit.OffsetPlace;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts what is found in one partition while log and results are merged. Not thread-safe. */
final class ResultTally {

  private final AuditedPartition partition;
  private final Map<FindingKind, Offenders> offenders = new EnumMap<>(FindingKind.class);
  private long sent;
  private long stored;

  ResultTally(AuditedPartition partition) {
    this.partition = partition;
  }

  TopicPartition partition() {
    return partition.partition();
  }

  boolean isDue(long offset) {
    return partition.placeOf(offset) == OffsetPlace.DUE;
  }

  /** A due record without a result. */
  void absent(long offset, FindingKind kind) {
    sent++;
    add(kind, offset, 1);
  }

  /**
   * A due record with results.
   *
   * @param altered how many of the {@code results} say something else than the record
   */
  void present(long offset, long results, long altered) {
    sent++;
    stored += results;
    add(FindingKind.REPEATED, offset, results - partition.readsOf(offset));
    add(FindingKind.ALTERED, offset, altered);
  }

  /** A result for which the log has shown no due record. */
  void unmatched(long offset) {
    switch (partition.placeOf(offset)) {
      case DUE -> {
        stored++;
        add(FindingKind.UNKNOWN, offset, 1);
      }
      case BEYOND_LOG -> add(FindingKind.UNKNOWN, offset, 1);
      case AHEAD -> add(FindingKind.AHEAD, offset, 1);
      case NOT_DUE -> add(FindingKind.NOT_DUE, offset, 1);
      case NOT_COMPARABLE -> {
        // said once for the whole range, with its numbers
      }
    }
  }

  PartitionFindings findings() {
    List<Finding> all = new ArrayList<>(partition.findings());
    offenders.forEach((kind, found) -> all.add(Finding.at(kind, partition().toString(), found)));
    return new PartitionFindings(partition, sent, stored, all);
  }

  private void add(FindingKind kind, long offset, long count) {
    if (count > 0) {
      offenders.merge(
          kind, Offenders.NONE.plus(offset, count), (found, one) -> found.plus(offset, count));
    }
  }
}
