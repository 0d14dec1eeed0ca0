package io.offsetwise.bootstrap.sample.windows;

import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The windows of one stream that were stored last.
 *
 * @param handle with an open transaction
 * @param stream whose windows
 */
record NewestWindows(Handle handle, StreamName stream) {

  private static final String NEWEST =
      """
      SELECT topic_name, partition_number, window_from, batch_from, until_offset, messages, bytes
      FROM window_count WHERE window_id IN (SELECT MAX(window_id) FROM window_count
        WHERE stream_name = :stream GROUP BY topic_name, partition_number)
      ORDER BY topic_name, partition_number
      """;
  private static final String STARTS =
      """
      SELECT batch_from FROM window_count
      WHERE stream_name = :stream AND topic_name = :topic AND partition_number = :partition
        AND until_offset <= :offset
      ORDER BY window_id DESC LIMIT :most
      """;

  /** The one of each partition, sorted by partition. */
  List<WindowCount> all() {
    return handle
        .createQuery(NEWEST)
        .bind("stream", stream.value())
        .map((row, context) -> window(row))
        .list();
  }

  /**
   * Where the newest batches that ended at {@code offset} or before it began: the ones stored last,
   * oldest first.
   *
   * @param most how many are wanted at most
   */
  List<Long> startsBefore(TopicPartition partition, long offset, int most) {
    List<Long> newestFirst =
        handle
            .createQuery(STARTS)
            .bind("stream", stream.value())
            .bind("topic", partition.topic())
            .bind("partition", partition.partition())
            .bind("offset", offset)
            .bind("most", most)
            .mapTo(Long.class)
            .list();
    Collections.reverse(newestFirst);
    return newestFirst;
  }

  private static WindowCount window(ResultSet row) throws SQLException {
    return new WindowCount(
        row.getString("topic_name"),
        row.getInt("partition_number"),
        row.getLong("window_from"),
        row.getLong("batch_from"),
        row.getLong("until_offset"),
        row.getLong("messages"),
        row.getLong("bytes"));
  }
}
