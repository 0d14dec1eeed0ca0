package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.domain.text.Text;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Inserts rows by COPY, a block of them at a time. No COPY stays open between two calls: the
 * connection takes no other statement beside it, and its time would count while rows are slow to
 * come.
 */
final class CopyInserter implements RowInserter {

  private final PGConnection connection;
  private final String statement;
  private final CopyText text = new CopyText();

  /** Copies within the transaction of {@code connection}. */
  CopyInserter(Connection connection, InsertInto target) {
    this.statement = Text.of("COPY %s (%s) FROM STDIN", target.table(), target.names());
    try {
      this.connection = connection.unwrap(PGConnection.class);
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  @Override
  public void add(Object[] values) {
    text.add(values);
    if (text.isFull()) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (text.isEmpty()) {
      return;
    }
    try {
      CopyIn copy = connection.getCopyAPI().copyIn(statement);
      text.writeTo(copy);
      copy.endCopy();
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  /** Nothing is open between two calls. */
  @Override
  public void close() {}
}
