package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.save.SaveOutcome;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;
import java.util.Objects;

/**
 * What a task reports of the range that it saved.
 *
 * @param range the range
 * @param recordsRead number of records that were read, 0 when the range had been applied before
 * @param outcome what the save came to
 */
public record RangeSave(OffsetRange range, long recordsRead, SaveOutcome outcome)
    implements Serializable {

  public RangeSave {
    Objects.requireNonNull(range, "range");
    Objects.requireNonNull(outcome, "outcome");
  }

  /** Number of records that became durable by this save. */
  public long recordsSaved() {
    return outcome == SaveOutcome.SAVED ? recordsRead : 0;
  }
}
