package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.save.DeadLetter;
import io.offsetwise.application.save.ReadSummary;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;
import java.util.List;
import java.util.OptionalLong;

/** What a task reports of the range that it read. A range that was read twice is reported twice. */
public sealed interface RangeRead extends Serializable {

  /** The range. */
  OffsetRange range();

  /**
   * Every record was read.
   *
   * @param records number of records that were read
   * @param leaderEpoch of the last one
   * @param letters of those at which the job's function threw
   */
  record Complete(
      OffsetRange range, long records, LeaderEpoch leaderEpoch, List<DeadLetter> letters)
      implements RangeRead {

    /** The same as a save puts it on record. */
    public ReadSummary summary() {
      return new ReadSummary(OptionalLong.of(records), leaderEpoch);
    }
  }

  /**
   * Records were left unread.
   *
   * @param stop says so
   */
  record Unread(OffsetRange range, StoppedException stop) implements RangeRead {}
}
