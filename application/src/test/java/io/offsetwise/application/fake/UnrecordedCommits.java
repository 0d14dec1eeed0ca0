package io.offsetwise.application.fake;

import io.offsetwise.application.audit.CommitHistory;
import io.offsetwise.domain.audit.CommitRules;
import io.offsetwise.domain.audit.SavesOnRecord;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.Collections;

/** A history of an older version: nothing is on record of any commit. */
public final class UnrecordedCommits {

  private UnrecordedCommits() {}

  /** Of a stream that runs under {@code guarantee} today. */
  public static CommitHistory of(DeliveryGuarantee guarantee) {
    return new CommitHistory(
        Collections.emptyIterator(), CommitRules.of(guarantee.plan(), SavesOnRecord.NOT_KEPT));
  }
}
