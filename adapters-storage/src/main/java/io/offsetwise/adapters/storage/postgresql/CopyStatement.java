package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.domain.text.Text;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * COPY into one table, in the text format.
 *
 * @param sql the statement
 */
record CopyStatement(String sql) {

  static CopyStatement into(InsertInto target) {
    return new CopyStatement(Text.of("COPY %s (%s) FROM STDIN", target.table(), target.names()));
  }

  /**
   * Sends one COPY, which takes no other statement of the connection beside it and is ended here.
   *
   * @param connection with an open transaction
   * @param texts of {@link CopyText}, each with an array; made or read while they are sent
   * @throws UncheckedSqlException when the server refuses them
   */
  void send(Connection connection, Iterator<ByteBuffer> texts) {
    try {
      send(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql), texts);
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  private static void send(CopyIn copy, Iterator<ByteBuffer> texts) throws SQLException {
    try {
      while (texts.hasNext()) {
        ByteBuffer text = texts.next();
        copy.writeToCopy(text.array(), text.arrayOffset() + text.position(), text.remaining());
      }
      copy.endCopy();
    } catch (SQLException | RuntimeException failure) {
      cancel(copy, failure);
      throw failure;
    }
  }

  /** While it is open no rollback is taken. */
  private static void cancel(CopyIn copy, Exception failure) {
    try {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException another) {
      failure.addSuppressed(another);
    }
  }
}
