package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.result.ColumnType;
import io.offsetwise.application.result.ExactSum;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Stream;

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
   * Sets parameter {@code index}, 1 for the first, to an array.
   *
   * @param textType what the database calls the elements of an array of texts
   */
  static void setArray(
      PreparedStatement statement, int index, ColumnType type, Object[] values, String textType)
      throws SQLException {
    Object[] elements = values;
    if (type == ColumnType.SUM) {
      elements = Stream.of(values).map(ParameterValues::number).toArray();
    }
    statement.setArray(
        index, statement.getConnection().createArrayOf(typeName(type, textType), elements));
  }

  /** What a database that calls its texts so calls values of a type, alone or in an array. */
  static String typeName(ColumnType type, String textType) {
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
