package io.offsetwise.domain.audit;

import java.util.List;
import java.util.Objects;

/**
 * What came of one partition. When only offsets were found at fault, {@code stored = sent - lost -
 * same key + repeated + unknown}; results of records that a reset let the stream read again count
 * in none of these but {@code stored}.
 *
 * @param partition the partition
 * @param sent number of due records in the log, as far as the log tells
 * @param stored number of results that are stored of them
 * @param holes number of the compared offsets that hold no record: markers of transactions, aborted
 *     records, what compaction has taken
 * @param findings what was found in its results
 */
public record PartitionFindings(
    AuditedPartition partition, long sent, long stored, long holes, List<Finding> findings) {

  public PartitionFindings {
    Objects.requireNonNull(partition, "partition");
    findings = List.copyOf(findings);
  }

  /** Findings in a log of which nothing was read yet. */
  public PartitionFindings(
      AuditedPartition partition, long sent, long stored, List<Finding> findings) {
    this(partition, sent, stored, 0, findings);
  }

  /** The same in a log with these holes. */
  public PartitionFindings in(long holesOfLog) {
    return new PartitionFindings(partition, sent, stored, holesOfLog, findings);
  }

  /** How often {@code kind} was found. */
  public long count(FindingKind kind) {
    return findings.stream()
        .filter(finding -> finding.kind() == kind)
        .mapToLong(Finding::count)
        .sum();
  }
}
