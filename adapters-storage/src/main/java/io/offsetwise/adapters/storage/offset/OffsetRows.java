package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.audit.AcceptedGap;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.StartCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.OptionalLong;

/** Reads rows that are on record of positions. */
public final class OffsetRows {

  private OffsetRows() {}

  /** The partition that any such row is about. */
  public static TopicPartition partition(ResultSet row) throws SQLException {
    return new TopicPartition(row.getString("topic_name"), row.getInt("partition_number"));
  }

  /** What a row keeps of the last record before a position. */
  static LeaderEpoch leaderEpoch(ResultSet row) throws SQLException {
    int number = row.getInt("leader_epoch");
    return row.wasNull() ? LeaderEpoch.UNKNOWN : new LeaderEpoch.Known(number);
  }

  /** A row of {@code offset_gap}. */
  public static AcceptedGap gap(ResultSet row) throws SQLException {
    long resumed = row.getLong("resumed_offset");
    OptionalLong resumedAt = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(resumed);
    return new AcceptedGap(
        partition(row),
        startCase(row.getString("start_case")),
        row.getLong("stored_offset"),
        resumedAt,
        new Epoch(row.getLong("epoch")));
  }

  private static StartCase startCase(String key) {
    return Arrays.stream(StartCase.values())
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "table offset_gap holds the start case '"
                        + key
                        + "', which this version does not know: a newer release has probably"
                        + " written it"));
  }

  /** A row of {@code offset_reset}. */
  public static PositionReset reset(ResultSet row) throws SQLException {
    long before = row.getLong("before_offset");
    OptionalLong stoodAt = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(before);
    return new PositionReset(
        partition(row),
        stoodAt,
        row.getLong("after_offset"),
        row.getString("reset_option"),
        row.getString("reset_by"),
        new Epoch(row.getLong("epoch")));
  }
}
