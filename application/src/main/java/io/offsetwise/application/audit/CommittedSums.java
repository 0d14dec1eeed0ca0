package io.offsetwise.application.audit;

import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Coverage;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;

/**
 * What the commits on record must have added up in one partition: each record as often as a commit
 * of results holds it. Not thread-safe.
 *
 * @param <T> the rows
 */
final class CommittedSums<T> {

  private final RowsOfRecord<T> rows;
  private final CommitHistory commits;
  private final TopicPartition partition;
  private final ResultTally tally;
  private final RowSums<T> sums;
  private boolean recorded = true;

  CommittedSums(
      ResultTable<T> table,
      RowsOfRecord<T> rows,
      AuditedPartition partition,
      CommitHistory commits) {
    this.rows = rows;
    this.commits = commits;
    this.partition = partition.partition();
    this.tally = new ResultTally(partition, commits);
    this.sums = new RowSums<>(table);
  }

  /** A due record: a sum cannot show what became of it, so that the history alone is judged. */
  void due(SourceRecord record) {
    Coverage coverage = commits.at(partition, record.offset());
    if (commits.rules().isOld(coverage)) {
      recorded = false;
    } else {
      tally.due(record.offset(), coverage.results());
      sums.add(rows.of(record), coverage.results());
    }
  }

  /** A record at the position or after it, whose results may be committed already. */
  void ahead(SourceRecord record) {
    sums.add(rows.of(record), commits.at(partition, record.offset()).results());
  }

  /** Whether every due record has its commits on record, or is known to have none. */
  boolean recorded() {
    return recorded;
  }

  /** What must be added up. */
  RowSums<T> sums() {
    return sums;
  }

  /** What the history says of records that were not committed once. */
  List<Finding> findings() {
    return tally.findings().findings();
  }
}
