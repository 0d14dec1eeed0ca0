package io.offsetwise.adapters.storage.lengths;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.lengths.MessageCount;
import io.offsetwise.domain.offset.StreamName;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/** Reads what message-lengths has counted. Thread-safe; used on the driver. */
public final class JdbiMessageCounts {

  private static final String OF_STREAM =
      """
      SELECT topic_name, partition_number, messages, bytes FROM message_count
      WHERE stream_name = :stream ORDER BY topic_name, partition_number
      """;

  private static final String WITH_LETTERS =
      """
      SELECT topic_name, partition_number, SUM(messages) AS messages, SUM(bytes) AS bytes FROM (
        SELECT topic_name, partition_number, messages, bytes FROM message_count
        WHERE stream_name = :stream
        UNION ALL
        SELECT topic_name, partition_number, 1, COALESCE(OCTET_LENGTH(record_value), 0)
        FROM dead_letter WHERE stream_name = :stream) AS both_kinds
      GROUP BY topic_name, partition_number ORDER BY topic_name, partition_number
      """;

  private final JdbcConnections connections;

  /** The counts behind these connections. */
  public JdbiMessageCounts(JdbcConnections connections) {
    this.connections = Objects.requireNonNull(connections, "connections");
  }

  /** The counts of one stream, sorted by partition; empty for an unknown stream. */
  public List<MessageCount> of(StreamName stream) {
    return connections.inTransaction(handle -> in(handle, stream));
  }

  /** The same on a connection with an open transaction. */
  public static List<MessageCount> in(Handle handle, StreamName stream) {
    return found(handle, stream, OF_STREAM);
  }

  /** The same together with what was kept as dead letters: all that was read, for an audit. */
  public static List<MessageCount> withLetters(Handle handle, StreamName stream) {
    return found(handle, stream, WITH_LETTERS);
  }

  private static List<MessageCount> found(Handle handle, StreamName stream, String query) {
    return handle
        .createQuery(query)
        .bind("stream", stream.value())
        .map(
            (row, context) ->
                new MessageCount(
                    row.getString("topic_name"),
                    row.getInt("partition_number"),
                    row.getLong("messages"),
                    row.getLong("bytes")))
        .list();
  }
}
