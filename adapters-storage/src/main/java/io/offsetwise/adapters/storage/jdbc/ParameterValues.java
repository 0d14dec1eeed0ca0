package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ColumnType;
import io.offsetwise.application.result.ExactSum;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Values of declared columns as parameters of statements. */
public final class ParameterValues {

  private ParameterValues() {}

  /** Sets parameter {@code index}, 1 for the first. */
  public static void set(PreparedStatement statement, int index, ColumnType type, Object value)
      throws SQLException {
    switch (type) {
      case TEXT -> statement.setString(index, (String) value);
      case INTEGER -> statement.setInt(index, (int) value);
      case BIGINT -> statement.setLong(index, (long) value);
      case SUM -> statement.setBigDecimal(index, number(value));
      case DOUBLE -> statement.setDouble(index, (double) value);
      case BOOLEAN -> statement.setBoolean(index, (boolean) value);
    }
  }

  /**
   * Sets parameters from {@code first} on to arrays, one for each column: as many as the columns.
   *
   * @param rows values of the columns
   * @param textType what the database calls the elements of an array of texts
   */
  public static void setArrays(
      PreparedStatement statement,
      int first,
      List<Column> columns,
      List<Object[]> rows,
      String textType)
      throws SQLException {
    Connection connection = statement.getConnection();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      ColumnType type = columns.get(i).type();
      Object[] values = rows.stream().map(row -> element(type, row[column])).toArray();
      statement.setArray(first + i, connection.createArrayOf(elementType(type, textType), values));
    }
  }

  private static Object element(ColumnType type, Object value) {
    return type == ColumnType.SUM ? number(value) : value;
  }

  private static String elementType(ColumnType type, String textType) {
    return switch (type) {
      case TEXT -> textType;
      case INTEGER -> "INTEGER";
      case BIGINT -> "BIGINT";
      case SUM -> "NUMERIC";
      case DOUBLE -> "DOUBLE PRECISION";
      case BOOLEAN -> "BOOLEAN";
    };
  }

  private static BigDecimal number(Object sum) {
    return new BigDecimal(((ExactSum) sum).exact());
  }
}
