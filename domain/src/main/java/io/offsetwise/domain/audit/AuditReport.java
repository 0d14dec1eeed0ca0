package io.offsetwise.domain.audit;

import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What an audit of a stream came to.
 *
 * @param partitions what came of each partition that the stream has begun, sorted
 * @param others findings that belong to none of them
 */
public record AuditReport(List<PartitionFindings> partitions, List<Finding> others) {

  public AuditReport {
    partitions = List.copyOf(partitions);
    others = List.copyOf(others);
  }

  /** Whether the guarantee is kept, as far as log and history tell. */
  public boolean isKept() {
    return findings().allMatch(Finding::isPermitted);
  }

  /** All findings: those of the partitions first. */
  public Stream<Finding> findings() {
    return Stream.concat(
        partitions.stream().flatMap(partition -> partition.findings().stream()), others.stream());
  }

  /** How often {@code kind} was found. */
  public long count(FindingKind kind) {
    return findings().filter(finding -> finding.kind() == kind).mapToLong(Finding::count).sum();
  }

  /** Number of due records in the log, as far as it tells. */
  public long sent() {
    return sum(PartitionFindings::sent);
  }

  /** Number of results that are stored of them. */
  public long stored() {
    return sum(PartitionFindings::stored);
  }

  /** Number of compared offsets that hold no record. */
  public long holes() {
    return sum(PartitionFindings::holes);
  }

  private long sum(ToLongFunction<PartitionFindings> number) {
    return partitions.stream().mapToLong(number).sum();
  }
}
