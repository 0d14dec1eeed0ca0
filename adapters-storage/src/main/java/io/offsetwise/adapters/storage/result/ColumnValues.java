package io.offsetwise.adapters.storage.result;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ExactSum;
import io.offsetwise.application.result.ResultTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Values of columns in rows of JDBC. */
final class ColumnValues {

  private ColumnValues() {}

  /** A row whose columns have their own names. */
  static <T> T row(ResultTable<T> table, ResultSet row) throws SQLException {
    List<Column> columns = table.columns();
    Object[] values = new Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = get(row, columns.get(i));
    }
    return table.rowOf(values);
  }

  static Object get(ResultSet row, Column column) throws SQLException {
    return switch (column.type()) {
      case TEXT -> row.getString(column.name());
      case INTEGER -> row.getInt(column.name());
      case BIGINT -> row.getLong(column.name());
      case SUM -> ExactSum.of(row.getBigDecimal(column.name()).toBigIntegerExact());
      case DOUBLE -> row.getDouble(column.name());
      case BOOLEAN -> row.getBoolean(column.name());
    };
  }
}
