package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import io.offsetwise.domain.text.Text;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads rows that are on record of positions. */
public final class OffsetRows {

  /**
   * The condition of those rows of {@code offset_history} that are of a saved position: the commit
   * of results has a row of its own, so has an attempt that has left them alone, and an older
   * version wrote rows of positions only.
   */
  public static final String OF_POSITIONS =
      "(committed IS NULL OR committed IN ('offsets', 'both'))";

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
        known(StartCase.values(), StartCase::key, row.getString("start_case"), "offset_gap"),
        row.getLong("stored_offset"),
        resumedAt,
        new Epoch(row.getLong("epoch")));
  }

  /** A row of {@code offset_history}. */
  public static SavedRange save(ResultSet row) throws SQLException {
    return new SavedRange(
        new OffsetRange(partition(row), row.getLong("from_offset"), row.getLong("until_offset")),
        new Epoch(row.getLong("epoch")),
        commit(row.getString("committed"), row.getString("guarantee")));
  }

  /** Number of records of a row of {@code offset_history}. */
  public static OptionalLong recordCount(ResultSet row) throws SQLException {
    long records = row.getLong("record_count");
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(records);
  }

  private static Optional<RecordedCommit> commit(String committed, String guarantee) {
    return committed == null
        ? Optional.empty()
        : Optional.of(
            new RecordedCommit(
                known(CommittedSteps.values(), CommittedSteps::key, committed, "offset_history"),
                known(
                    DeliveryGuarantee.values(),
                    DeliveryGuarantee::key,
                    guarantee,
                    "offset_history")));
  }

  private static <E> E known(E[] values, Function<E, String> keyOf, String key, String table) {
    return Arrays.stream(values)
        .filter(each -> keyOf.apply(each).equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    Text.of(
                        "table %s holds the word '%s', which this version does not know: a newer"
                            + " release has probably written it",
                        table, key)));
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
