package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.AuditedPartition;
import io.offsetwise.domain.audit.Finding;
import io.offsetwise.domain.audit.PartitionFindings;
import java.util.List;

/**
 * Holds one kind of results against the records of the log. One instance serves one audit; not
 * thread-safe.
 */
public interface ResultComparison {

  /**
   * Compares one partition. The partitions come sorted, each once.
   *
   * @param commits what is on record of it, to be asked in the order of the log
   * @param log replays what the comparison asks for
   */
  PartitionFindings compare(AuditedPartition partition, CommitHistory commits, RecordReplay log);

  /** What is found beyond the partitions that were compared; called once, at the end. */
  List<Finding> others();
}
