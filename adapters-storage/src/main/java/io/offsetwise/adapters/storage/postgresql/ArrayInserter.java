package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.ParameterValues;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Inserts rows as one array for each column, a few thousand rows at a time. */
final class ArrayInserter implements RowInserter {

  private static final int ROWS = 5_000;

  private final InsertInto target;
  private final PreparedStatement insert;
  private final List<Object[]> rows = new ArrayList<>();

  /**
   * Inserts by a statement whose parameters are arrays.
   *
   * @throws UncheckedSqlException when it cannot be prepared
   */
  ArrayInserter(Connection connection, InsertInto target, String statement) {
    this.target = target;
    try {
      this.insert = connection.prepareStatement(statement);
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  @Override
  public void add(Object[] values) {
    rows.add(values.clone());
    if (rows.size() == ROWS) {
      flush();
    }
  }

  @Override
  public void flush() {
    if (rows.isEmpty()) {
      return;
    }
    try {
      ParameterValues.setArrays(insert, 1, target.columns(), rows, PostgresWriter.TEXT_TYPE);
      insert.executeUpdate();
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    rows.clear();
  }

  @Override
  public void close() {
    try {
      insert.close();
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }
}
