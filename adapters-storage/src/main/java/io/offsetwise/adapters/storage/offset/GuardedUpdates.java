package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * The conditional updates of a batch's positions, sent together, with the count of each.
 *
 * @param connection with an open transaction
 * @param stream whose positions
 * @param epoch of the claim
 * @param lastRead the leader epoch of the last record of a range, kept beside its end
 */
record GuardedUpdates(
    Connection connection,
    StreamName stream,
    Epoch epoch,
    Function<OffsetRange, LeaderEpoch> lastRead) {

  private static final String ADVANCE =
      """
      UPDATE stream_offset SET next_offset = ?, leader_epoch = ?
      WHERE stream_name = ? AND topic_name = ? AND partition_number = ?
        AND next_offset = ? AND epoch = ? AND topic_id = ?
      """;

  /** Those of {@code ranges} whose update moved nothing; rows are locked in the order given. */
  List<OffsetRange> unmoved(List<OffsetRange> ranges, Function<String, TopicId> topicIds) {
    List<OffsetRange> unmoved = new ArrayList<>();
    try (PreparedStatement update = connection.prepareStatement(ADVANCE)) {
      for (int from = 0; from < ranges.size(); from += JdbcBatch.SIZE) {
        List<OffsetRange> part =
            ranges.subList(from, Math.min(from + JdbcBatch.SIZE, ranges.size()));
        for (OffsetRange range : part) {
          bind(update, range, topicIds.apply(range.topicPartition().topic()));
          update.addBatch();
        }
        int[] counts = update.executeBatch();
        for (int row = 0; row < counts.length; row++) {
          if (!hasMoved(counts[row])) {
            unmoved.add(part.get(row));
          }
        }
      }
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    return unmoved;
  }

  private void bind(PreparedStatement update, OffsetRange range, TopicId topicId)
      throws SQLException {
    update.setLong(1, range.until());
    OptionalInt leaderEpoch = lastRead.apply(range).number();
    if (leaderEpoch.isPresent()) {
      update.setInt(2, leaderEpoch.getAsInt());
    } else {
      update.setNull(2, Types.INTEGER);
    }
    update.setString(3, stream.value());
    update.setString(4, range.topicPartition().topic());
    update.setInt(5, range.topicPartition().partition());
    update.setLong(6, range.from());
    update.setLong(7, epoch.number());
    update.setString(8, topicId.value());
  }

  private static boolean hasMoved(int count) {
    if (count == Statement.SUCCESS_NO_INFO) {
      throw new IllegalStateException(
          "the JDBC driver does not count the rows of a batch: positions cannot be guarded with it;"
              + " use a driver that does");
    }
    return count == 1;
  }
}
