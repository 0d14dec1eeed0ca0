package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.application.result.ColumnType;
import io.offsetwise.application.result.ExactSum;
import io.offsetwise.application.result.KeyedSums;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.text.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/**
 * Adds rows to what is stored.
 *
 * <p>Rows that are missing are inserted with zero before any is changed, both in the order of their
 * keys: writers wait for each other and never in a circle. A transaction that changes rows waits
 * for no insert, since it has passed its own. {@code MERGE} would be shorter, but in H2 two of them
 * fail on the same fresh row.
 *
 * @param <T> the rows
 */
final class SummedRows<T> implements RowTaker {

  private final Handle handle;
  private final StreamName stream;
  private final ResultTable<T> table;
  private final List<String> key;
  private final KeyedSums<T> sums;

  /** Adds on a handle whose transaction is the caller's. */
  SummedRows(Handle handle, StreamName stream, ResultTable<T> table) {
    this.handle = handle;
    this.stream = stream;
    this.table = table;
    this.key = table.key();
    this.sums = new KeyedSums<>(table);
  }

  @Override
  public void add(Object row) {
    sums.add(row);
  }

  @Override
  public void flush() {
    List<Object[]> rows = sums.inOrder();
    for (int from = 0; from < rows.size(); from += JdbcBatch.SIZE) {
      insertMissing(rows.subList(from, Math.min(from + JdbcBatch.SIZE, rows.size())));
    }
    change(rows);
  }

  private void insertMissing(List<Object[]> rows) {
    Set<List<Object>> missing = missingOf(rows);
    if (missing.isEmpty()) {
      return;
    }
    List<String> columns = new ArrayList<>(key);
    columns.addAll(table.added());
    try (JdbcBatch<Object[]> inserts =
        JdbcBatch.ofMissing(handle, Sql.insert(table.name(), columns), this::bindZero)) {
      rows.stream().filter(row -> missing.contains(keyOf(row))).forEach(inserts::add);
      inserts.flush();
    }
  }

  private Set<List<Object>> missingOf(List<Object[]> rows) {
    String query =
        "SELECT "
            + Sql.each(key, "asked.$", ", ")
            + " FROM UNNEST("
            + Sql.each(key, "?", ", ")
            + ") AS asked("
            + String.join(", ", key)
            + ") WHERE NOT EXISTS (SELECT 1 FROM "
            + table.name()
            + " AS kept WHERE kept."
            + Sql.STREAM
            + " = ? AND "
            + Sql.each(key, "kept.$ = asked.$", " AND ")
            + ")";
    Set<List<Object>> missing = new HashSet<>();
    Connection connection = handle.getConnection();
    try (PreparedStatement statement = connection.prepareStatement(query)) {
      for (int i = 0; i < key.size(); i++) {
        int index = table.indexOf(key.get(i));
        Object[] values = rows.stream().map(row -> row[index]).toArray();
        statement.setArray(i + 1, connection.createArrayOf(elementType(index), values));
      }
      statement.setString(key.size() + 1, stream.value());
      try (ResultSet found = statement.executeQuery()) {
        while (found.next()) {
          missing.add(keyIn(found));
        }
      }
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    return missing;
  }

  private String elementType(int index) {
    ColumnType type = table.columns().get(index).type();
    return type == ColumnType.TEXT ? HandleDialect.of(handle).textType() : type.name();
  }

  private List<Object> keyIn(ResultSet found) throws SQLException {
    List<Object> values = new ArrayList<>(key.size());
    for (String column : key) {
      values.add(ColumnValues.get(found, table.columns().get(table.indexOf(column))));
    }
    return values;
  }

  private List<Object> keyOf(Object[] row) {
    return key.stream().map(column -> row[table.indexOf(column)]).toList();
  }

  private void change(List<Object[]> rows) {
    String update =
        "UPDATE "
            + table.name()
            + " SET "
            + Sql.each(table.added(), "$ = $ + ?", ", ")
            + " WHERE "
            + Sql.STREAM
            + " = ? AND "
            + Sql.each(key, "$ = ?", " AND ");
    try (JdbcBatch<Object[]> changes =
        new JdbcBatch<>(handle.getConnection(), update, this::bindChange)) {
      rows.forEach(changes::add);
      changes.flush();
      if (changes.updated() != rows.size()) {
        throw new IllegalStateException(
            Text.of(
                "only %s of the %s sums of stream %s could be added: somebody has probably deleted"
                    + " rows of %s",
                changes.updated(), rows.size(), stream, table.name()));
      }
    }
  }

  private void bindZero(PreparedStatement statement, Object[] row) throws SQLException {
    statement.setString(1, stream.value());
    int next = bind(statement, 2, key, row);
    for (String column : table.added()) {
      ColumnType type = table.columns().get(table.indexOf(column)).type();
      ColumnValues.set(statement, next++, type, zero(type));
    }
  }

  private void bindChange(PreparedStatement statement, Object[] row) throws SQLException {
    int next = bind(statement, 1, table.added(), row);
    statement.setString(next, stream.value());
    bind(statement, next + 1, key, row);
  }

  private int bind(PreparedStatement statement, int first, List<String> names, Object[] row)
      throws SQLException {
    int next = first;
    for (String column : names) {
      int index = table.indexOf(column);
      ColumnValues.set(statement, next++, table.columns().get(index).type(), row[index]);
    }
    return next;
  }

  private static Object zero(ColumnType type) {
    return switch (type) {
      case INTEGER -> 0;
      case BIGINT -> 0L;
      case SUM -> ExactSum.ZERO;
      case TEXT, DOUBLE, BOOLEAN -> throw new IllegalStateException(type + " cannot be added up");
    };
  }

  /** Nothing is open between two calls. */
  @Override
  public void close() {}
}
