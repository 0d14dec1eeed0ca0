package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The rows of one stream in {@code stream_offset}, on one connection with an open transaction.
 *
 * @param handle the connection
 * @param stream whose rows
 */
record StreamOffsetTable(Handle handle, StreamName stream) {

  private static final String COLUMNS =
      "SELECT topic_name, partition_number, next_offset, topic_id, epoch, leader_epoch"
          + " FROM stream_offset";

  private static final String KEY =
      " WHERE stream_name = :stream AND topic_name = :topic AND partition_number = :partition";

  List<StoredPosition> readAll() {
    return handle
        .createQuery(COLUMNS + " WHERE stream_name = :stream")
        .bind("stream", stream.value())
        .map((row, context) -> position(row))
        .list();
  }

  Optional<StoredPosition> read(TopicPartition partition) {
    return keyed(handle.createQuery(COLUMNS + KEY), partition)
        .map((row, context) -> position(row))
        .findOne();
  }

  /** Gives the row to another claim; waits for whoever is saving under the older one. */
  void moveTo(Epoch epoch, TopicPartition partition) {
    keyed(handle.createUpdate("UPDATE stream_offset SET epoch = :epoch" + KEY), partition)
        .bind("epoch", epoch.number())
        .execute();
  }

  void remove(TopicPartition partition) {
    keyed(handle.createUpdate("DELETE FROM stream_offset" + KEY), partition).execute();
  }

  /**
   * Replaces the row, or inserts it. Race-free because only the stream's owner writes rows.
   *
   * @return whether it was inserted
   */
  boolean write(StoredPosition row) {
    String replace =
        "UPDATE stream_offset SET next_offset = :next, topic_id = :topicId, epoch = :epoch,"
            + " leader_epoch = :leaderEpoch"
            + KEY;
    String insert =
        "INSERT INTO stream_offset"
            + " (stream_name, topic_name, partition_number, next_offset, topic_id, epoch,"
            + " leader_epoch)"
            + " VALUES (:stream, :topic, :partition, :next, :topicId, :epoch, :leaderEpoch)";
    boolean absent = write(replace, row) == 0;
    if (absent) {
      write(insert, row);
    }
    return absent;
  }

  private int write(String sql, StoredPosition row) {
    return keyed(handle.createUpdate(sql), row.topicPartition())
        .bind("next", row.nextOffset())
        .bind("topicId", row.topicId().value())
        .bind("epoch", row.epoch().number())
        .bind("leaderEpoch", row.leaderEpoch().number())
        .execute();
  }

  private <S extends SqlStatement<S>> S keyed(S statement, TopicPartition partition) {
    return new PartitionKey(stream, partition).bindTo(statement);
  }

  private static StoredPosition position(ResultSet row) throws SQLException {
    return new StoredPosition(
        OffsetRows.partition(row),
        row.getLong("next_offset"),
        new TopicId(row.getString("topic_id")),
        new Epoch(row.getLong("epoch")),
        OffsetRows.leaderEpoch(row));
  }
}
