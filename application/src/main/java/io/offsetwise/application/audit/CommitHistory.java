package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.CommitRules;
import io.offsetwise.domain.audit.Coverage;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.audit.SavesOnRecord;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.Objects;

/**
 * The commits on record and what they permit, asked in the order of the log. One instance serves
 * one audit; not thread-safe.
 */
public final class CommitHistory {

  private final CommitSweep sweep;
  private final CommitRules rules;

  /**
   * A history of these entries.
   *
   * @param entries sorted by partition and first offset; taken while the log is replayed
   * @param rules what they permit
   */
  public CommitHistory(Iterator<SavedRange> entries, CommitRules rules) {
    this.sweep = new CommitSweep(entries);
    this.rules = Objects.requireNonNull(rules, "rules");
  }

  static CommitHistory of(AuditedOffsets offsets, SavePlan plan) {
    return new CommitHistory(
        offsets.commits(),
        CommitRules.of(
            plan, offsets.saves().isPresent() ? SavesOnRecord.KEPT : SavesOnRecord.NOT_KEPT));
  }

  /** What they permit. */
  public CommitRules rules() {
    return rules;
  }

  /** What is on record of one offset; partitions come sorted, and offsets in order. */
  public Coverage at(TopicPartition partition, long offset) {
    return sweep.at(partition, offset);
  }

  /**
   * End of the last commit that is on record of a partition, exclusive; {@code offset} when none
   * reaches beyond it.
   */
  public long endOf(TopicPartition partition, long offset) {
    return sweep.endOf(partition, offset);
  }
}
