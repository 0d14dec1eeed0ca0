package io.offsetwise.domain.guarantee;

import java.io.Serializable;
import java.util.Objects;

/**
 * What a history says of one durable commit: what it held, and which guarantee it was a part of.
 * Only both together tell what a crash after it could do.
 *
 * @param steps what it made durable
 * @param guarantee under which it was made
 */
public record RecordedCommit(CommittedSteps steps, DeliveryGuarantee guarantee)
    implements Serializable {

  public RecordedCommit {
    Objects.requireNonNull(steps, "steps");
    Objects.requireNonNull(guarantee, "guarantee");
  }

  /** What is to be kept of {@code commit}, one of the commits of {@code plan}. */
  public static RecordedCommit of(SavePlan plan, Commit commit) {
    return new RecordedCommit(CommittedSteps.of(commit), DeliveryGuarantee.of(plan));
  }

  /** What is to be kept of an attempt that found the offsets saved and left the results alone. */
  public static RecordedCommit ofResultsLeftAlone(SavePlan plan) {
    return new RecordedCommit(CommittedSteps.NEITHER, DeliveryGuarantee.of(plan));
  }
}
