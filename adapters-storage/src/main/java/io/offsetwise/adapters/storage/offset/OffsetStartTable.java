package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Where the partitions of one stream began, on one connection with an open transaction.
 *
 * @param handle the connection
 * @param stream whose partitions
 */
record OffsetStartTable(Handle handle, StreamName stream) {

  private static final String ADD =
      """
      INSERT INTO offset_start
        (stream_name, topic_name, partition_number, topic_id, start_offset, epoch)
      VALUES (:stream, :topic, :partition, :topicId, :start, :epoch)
      """;

  private static final String READ =
      """
      SELECT topic_name, partition_number, topic_id, start_offset, epoch FROM offset_start
      WHERE stream_name = :stream ORDER BY start_id
      """;

  void add(StoredPosition begun) {
    new PartitionKey(stream, begun.topicPartition())
        .bindTo(handle.createUpdate(ADD))
        .bind("topicId", begun.topicId().value())
        .bind("start", begun.nextOffset())
        .bind("epoch", begun.epoch().number())
        .execute();
  }

  /** All of them, oldest first. */
  List<StoredPosition> readAll() {
    return handle
        .createQuery(READ)
        .bind("stream", stream.value())
        .map((row, context) -> start(row))
        .list();
  }

  private static StoredPosition start(ResultSet row) throws SQLException {
    return new StoredPosition(
        OffsetRows.partition(row),
        row.getLong("start_offset"),
        new TopicId(row.getString("topic_id")),
        new Epoch(row.getLong("epoch")));
  }
}
