package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Coverage;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.FindingCause;
import io.offsetwise.domain.audit.FindingKind;
import io.offsetwise.domain.audit.Offenders;
import io.offsetwise.domain.audit.OffsetPlace;
import io.offsetwise.domain.audit.PartitionFindings;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts what is found in one partition while log, history and results are merged: offsets come in
 * order. Not thread-safe.
 */
public final class ResultTally {

  private final AuditedPartition partition;
  private final CommitHistory commits;
  private final Map<FindingKind, Offenders> offenders = new EnumMap<>(FindingKind.class);
  private final Map<FindingCause, Offenders> judged = new EnumMap<>(FindingCause.class);
  private long sent;
  private long stored;
  private long aheadAt;
  private long ahead;

  /** Nothing was counted yet. */
  public ResultTally(AuditedPartition partition, CommitHistory commits) {
    this.partition = partition;
    this.commits = commits;
  }

  TopicPartition partition() {
    return partition.partition();
  }

  boolean isDue(long offset) {
    return partition.placeOf(offset) == OffsetPlace.DUE;
  }

  /** Whether a record without a result may have left it to another one of its key. */
  boolean mayHaveSameKey(long offset) {
    return commits.rules().mayHaveSameKey(coverage(offset));
  }

  /** A due record whose natural key is stored for another one. */
  void sameKey(long offset) {
    sent++;
    add(FindingKind.SAME_KEY, offset, 1);
  }

  /**
   * A due record.
   *
   * @param results number of its results, 0 or more
   */
  public void due(long offset, long results) {
    sent++;
    stored += results;
    commits
        .rules()
        .due(coverage(offset), results, partition.readsOf(offset))
        .forEach((cause, count) -> judge(cause, offset, count));
  }

  /**
   * A due record of which no results are made.
   *
   * @param results number of results that are there all the same
   */
  void withoutResult(long offset, long results) {
    sent++;
    stored += results;
    add(FindingKind.UNKNOWN, offset, results);
  }

  /** Results of a record that say something else than it. */
  public void altered(long offset, long results) {
    add(FindingKind.ALTERED, offset, results);
  }

  /** A result for which the log has shown no due record. */
  void unmatched(long offset) {
    if (partition.placeOf(offset) == OffsetPlace.DUE) {
      stored++;
      add(FindingKind.UNKNOWN, offset, 1);
    } else {
      misplaced(offset, 1);
    }
  }

  /** Results at an offset that was not due. */
  public void misplaced(long offset, long results) {
    switch (partition.placeOf(offset)) {
      case BEYOND_LOG -> add(FindingKind.UNKNOWN, offset, results);
      case AHEAD -> ahead(offset, results);
      case NOT_DUE -> add(FindingKind.NOT_DUE, offset, results);
      case DUE, NOT_COMPARABLE -> {
        // said of the records, or once for the whole range with its numbers
      }
    }
  }

  /** All that was found. */
  public PartitionFindings findings() {
    judgeAhead();
    String subject = partition().toString();
    List<Finding> all = new ArrayList<>(partition.findings());
    judged.forEach((cause, found) -> all.add(Finding.at(cause, subject, found)));
    offenders.forEach((kind, found) -> all.add(Finding.at(kind, subject, found)));
    return new PartitionFindings(partition, sent, stored, all);
  }

  /** Only all results of an offset together can be held against its commits. */
  private void ahead(long offset, long results) {
    if (offset != aheadAt) {
      judgeAhead();
    }
    aheadAt = offset;
    ahead += results;
  }

  private void judgeAhead() {
    if (ahead > 0) {
      judge(commits.rules().ahead(coverage(aheadAt), ahead), aheadAt, ahead);
    }
    ahead = 0;
  }

  private Coverage coverage(long offset) {
    return commits.at(partition(), offset);
  }

  private void judge(FindingCause cause, long offset, long count) {
    judged.merge(
        cause, Offenders.NONE.plus(offset, count), (found, one) -> found.plus(offset, count));
  }

  private void add(FindingKind kind, long offset, long count) {
    if (count > 0) {
      offenders.merge(
          kind, Offenders.NONE.plus(offset, count), (found, one) -> found.plus(offset, count));
    }
  }
}
