package io.offsetwise.adapters.storage.audit;

import io.offsetwise.adapters.storage.offset.OffsetRows;
import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.domain.offset.StreamName;
import java.util.Iterator;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Rows that carry topic, partition and offset, read in the order of the log while they are taken.
 *
 * @param handle the connection with the open snapshot
 * @param stream whose rows
 * @param query finds the rows of {@code :stream}, with the columns {@code topic_name}, {@code
 *     partition_number}, {@code record_offset} and those of the content; without an order
 * @param content reads the content of a row
 * @param <T> the content
 */
public record PlacedRows<T>(Handle handle, StreamName stream, String query, RowMapper<T> content) {

  private static final int ROWS_AT_A_TIME = 1_000;

  public PlacedRows {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(query, "query");
    Objects.requireNonNull(content, "content");
  }

  /** The rows, sorted by the database, which keeps what it sorts on its own disk. */
  public Iterator<PlacedResult<T>> inOrder() {
    return handle
        .createQuery(query + " ORDER BY topic_name, partition_number, record_offset")
        .bind("stream", stream.value())
        .setFetchSize(ROWS_AT_A_TIME)
        .map(
            (row, context) ->
                new PlacedResult<>(
                    OffsetRows.partition(row),
                    row.getLong("record_offset"),
                    content.map(row, context)))
        .iterator();
  }
}
