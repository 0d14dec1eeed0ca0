package io.offsetwise.adapters.storage.windows;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.windows.WindowCount;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;

/**
 * Adds windows to what is stored, one row each.
 *
 * @param connection with an open transaction
 * @param stream whose windows
 */
record WindowCountWriter(Connection connection, StreamName stream)
    implements ResultWriter<WindowCount> {

  private static final String INSERT =
      """
      INSERT INTO window_count (stream_name, topic_name, partition_number, window_from, batch_from,
        until_offset, messages, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  @Override
  public void write(Iterator<WindowCount> windows) {
    try (JdbcBatch<WindowCount> inserts = new JdbcBatch<>(connection, INSERT, this::bind)) {
      windows.forEachRemaining(inserts::add);
      inserts.flush();
    }
  }

  private void bind(PreparedStatement statement, WindowCount window) throws SQLException {
    statement.setString(1, stream.value());
    statement.setString(2, window.topic());
    statement.setInt(3, window.partition());
    statement.setLong(4, window.from());
    statement.setLong(5, window.batchFrom());
    statement.setLong(6, window.until());
    statement.setLong(7, window.messages());
    statement.setLong(8, window.bytes());
  }
}
