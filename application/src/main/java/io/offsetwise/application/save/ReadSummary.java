package io.offsetwise.application.save;

import io.offsetwise.domain.offset.LeaderEpoch;
import java.io.Serializable;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What was read of a range, kept beside the position and in the history.
 *
 * @param records number of its records: the other offsets held none; empty where nobody has counted
 * @param leaderEpoch of the last record
 */
public record ReadSummary(OptionalLong records, LeaderEpoch leaderEpoch) implements Serializable {

  /** Of results that were not read from a log. */
  public static final ReadSummary UNKNOWN =
      new ReadSummary(OptionalLong.empty(), LeaderEpoch.UNKNOWN);

  public ReadSummary {
    Objects.requireNonNull(records, "records");
    Objects.requireNonNull(leaderEpoch, "leaderEpoch");
  }

  /** Of records that were read to the end. */
  static ReadSummary of(RangeRecords records) {
    return new ReadSummary(OptionalLong.of(records.count()), records.leaderEpoch());
  }
}
