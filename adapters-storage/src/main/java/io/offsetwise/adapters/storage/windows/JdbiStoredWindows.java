package io.offsetwise.adapters.storage.windows;

import io.offsetwise.application.windows.StoredWindows;
import io.offsetwise.application.windows.WindowCount;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The windows of one stream, on a connection with an open transaction.
 *
 * @param handle the connection
 * @param stream whose windows
 */
public record JdbiStoredWindows(Handle handle, StreamName stream) implements StoredWindows {

  private static final int ROWS_AT_A_TIME = 1_000;

  private static final String COLUMNS =
      "topic_name, partition_number, window_from, batch_from, until_offset, messages, bytes";

  private static final String ALL =
      "SELECT "
          + COLUMNS
          + " FROM window_count WHERE stream_name = :stream"
          + " ORDER BY topic_name, partition_number, window_from";

  private static final String NEWEST =
      "SELECT "
          + COLUMNS
          + " FROM window_count WHERE window_id IN (SELECT MAX(window_id) FROM window_count"
          + " WHERE stream_name = :stream GROUP BY topic_name, partition_number)"
          + " ORDER BY topic_name, partition_number";

  private static final String STARTS =
      """
      SELECT batch_from FROM window_count
      WHERE stream_name = :stream AND topic_name = :topic AND partition_number = :partition
        AND until_offset <= :offset
      ORDER BY window_id DESC LIMIT :most
      """;

  @Override
  public Iterator<WindowCount> inOrder() {
    return handle
        .createQuery(ALL)
        .bind("stream", stream.value())
        .setFetchSize(ROWS_AT_A_TIME)
        .map((row, context) -> window(row))
        .iterator();
  }

  /** The window of each partition that was stored last, sorted by partition. */
  public List<WindowCount> newest() {
    return handle
        .createQuery(NEWEST)
        .bind("stream", stream.value())
        .map((row, context) -> window(row))
        .list();
  }

  /** Number of windows. */
  public long number() {
    return handle
        .createQuery("SELECT COUNT(*) FROM window_count WHERE stream_name = :stream")
        .bind("stream", stream.value())
        .mapTo(Long.class)
        .one();
  }

  /**
   * Where the newest batches that ended at {@code offset} or before it began: the ones stored last,
   * oldest first.
   *
   * @param most how many are wanted at most
   */
  public List<Long> startsBefore(TopicPartition partition, long offset, int most) {
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
