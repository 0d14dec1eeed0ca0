package io.offsetwise.application.lengths;

import io.offsetwise.application.audit.CommitHistory;
import io.offsetwise.application.audit.ResultTally;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Coverage;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;

/**
 * What the commits on record must have counted in one partition: each record as often as a commit
 * of results holds it. Not thread-safe.
 */
final class CommittedLengths {

  private final CommitHistory commits;
  private final TopicPartition partition;
  private final ResultTally tally;
  private final ReplayedLengths counted = new ReplayedLengths();
  private boolean recorded = true;

  CommittedLengths(AuditedPartition partition, CommitHistory commits) {
    this.commits = commits;
    this.partition = partition.partition();
    this.tally = new ResultTally(partition, commits);
  }

  /** A due record: a count cannot show what became of it, so that the history alone is judged. */
  void due(SourceRecord record) {
    Coverage coverage = commits.at(partition, record.offset());
    if (commits.rules().isOld(coverage)) {
      recorded = false;
    } else {
      tally.due(record.offset(), coverage.results());
      count(record, coverage);
    }
  }

  /** A record at the position or after it, whose results may be committed already. */
  void ahead(SourceRecord record) {
    count(record, commits.at(partition, record.offset()));
  }

  /** Whether every due record has its commits on record, or is known to have none. */
  boolean recorded() {
    return recorded;
  }

  /** Messages and bytes that must be counted. */
  ReplayedLengths counted() {
    return counted;
  }

  /** What the history says of records that are not counted once. */
  List<Finding> findings() {
    return tally.findings().findings();
  }

  private void count(SourceRecord record, Coverage coverage) {
    for (long commit = coverage.results(); commit > 0; commit--) {
      counted.accept(record);
    }
  }
}
