package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.domain.text.Text;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Inserts rows by COPY, a block of them at a time; the server takes up the first ones of a block
 * while others are still made into text. No COPY stays open between two calls: the connection takes
 * no other statement beside it, and its time would count while rows are slow to come.
 */
final class CopyInserter implements RowInserter {

  private final PGConnection connection;
  private final String statement;
  private final int blockSize;
  private final List<Object[]> rows = new ArrayList<>();
  private final CopyText text;

  /**
   * Copies within the transaction of {@code connection}.
   *
   * @param blockSize rows of a block, 1 or more; so many are held
   */
  CopyInserter(Connection connection, InsertInto target, int blockSize) {
    this.statement = Text.of("COPY %s (%s) FROM STDIN", target.table(), target.names());
    this.blockSize = blockSize;
    this.text = new CopyText(target.columns().size());
    try {
      this.connection = connection.unwrap(PGConnection.class);
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  @Override
  public void add(Object[] values) {
    rows.add(values);
    if (rows.size() == blockSize) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (rows.isEmpty()) {
      return;
    }
    try {
      copy(connection.getCopyAPI().copyIn(statement));
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    rows.clear();
  }

  private void copy(CopyIn copy) throws SQLException {
    try {
      for (Object[] row : rows) {
        text.add(row);
        if (text.isFull()) {
          text.writeTo(copy);
        }
      }
      text.writeTo(copy);
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

  /** Nothing is open between two calls. */
  @Override
  public void close() {
    rows.clear();
  }
}
