package io.offsetwise.adapters.storage.result;

import io.offsetwise.application.result.Column;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A table as the database knows it, names in lower case.
 *
 * @param columns by name; empty when there is no such table
 * @param uniqueKeys the columns of each
 */
record TableInDatabase(Map<String, ColumnInDatabase> columns, Collection<Set<String>> uniqueKeys) {

  private static final int DIGITS_OF_SUM = 38;

  /** Looks at a table of the connection's own schema. */
  static TableInDatabase of(Connection connection, String table) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String name = database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
    String schema = connection.getSchema();
    Map<String, ColumnInDatabase> columns = new TreeMap<>();
    String escape = database.getSearchStringEscape();
    try (ResultSet rows =
        database.getColumns(null, literal(schema, escape), literal(name, escape), null)) {
      while (rows.next()) {
        columns.put(lower(rows, "COLUMN_NAME"), ColumnInDatabase.of(rows));
      }
    }
    Map<String, Set<String>> keys = new HashMap<>();
    try (ResultSet rows = database.getIndexInfo(null, schema, name, true, false)) {
      while (rows.next()) {
        if (rows.getString("COLUMN_NAME") != null) { // a line of statistics has none
          keys.computeIfAbsent(rows.getString("INDEX_NAME"), index -> new HashSet<>())
              .add(lower(rows, "COLUMN_NAME"));
        }
      }
    }
    return new TableInDatabase(columns, keys.values());
  }

  /**
   * What is searched for is a pattern, in which an underscore stands for any character.
   *
   * @param name null for any, as JDBC has it
   */
  private static String literal(String name, String escape) {
    return name == null ? null : name.replace("_", escape + "_");
  }

  private static String lower(ResultSet row, String column) throws SQLException {
    return row.getString(column).toLowerCase(Locale.ROOT);
  }

  /**
   * A column.
   *
   * @param type one of {@link Types}
   * @param size characters of a text, digits of a number
   * @param needsValue whether a row that does not name it is refused
   */
  record ColumnInDatabase(int type, int size, boolean needsValue) {

    static ColumnInDatabase of(ResultSet row) throws SQLException {
      return new ColumnInDatabase(
          row.getInt("DATA_TYPE"),
          row.getInt("COLUMN_SIZE"),
          row.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
              && row.getString("COLUMN_DEF") == null
              && !"YES".equals(row.getString("IS_AUTOINCREMENT")));
    }

    /** Whether it holds every value of {@code declared}. */
    boolean holds(Column declared) {
      return switch (declared.type()) {
        case TEXT -> isText() && size >= declared.length();
        case INTEGER -> type == Types.INTEGER || type == Types.BIGINT;
        case BIGINT -> type == Types.BIGINT;
        case SUM -> isNumber() && size >= DIGITS_OF_SUM;
        case DOUBLE -> type == Types.DOUBLE || type == Types.FLOAT;
        case BOOLEAN -> type == Types.BOOLEAN || type == Types.BIT;
      };
    }

    boolean isOfFixedLength() {
      return type == Types.CHAR || type == Types.NCHAR;
    }

    private boolean isText() {
      return type == Types.VARCHAR || type == Types.LONGVARCHAR || type == Types.CLOB;
    }

    private boolean isNumber() {
      return type == Types.NUMERIC || type == Types.DECIMAL;
    }
  }
}
