package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ColumnType;
import io.offsetwise.application.result.ExactSum;
import io.offsetwise.domain.text.Text;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Adds to sums by statements that every database understands.
 *
 * <p>Mostly all sums are there, and one batch of updates is enough. When one is missing, the
 * updates are taken back and all missing ones are inserted with zero before any is changed, both in
 * the order of their keys: a transaction that has changed a sum waits for no insert, since it has
 * passed its own. {@code MERGE} would be shorter, but in H2 two of them fail on the same fresh row.
 *
 * @param handle with an open transaction
 * @param target the columns of the key, then those that are added to
 * @param key how many are the key
 */
record BatchedSums(Handle handle, InsertInto target, int key) {

  void add(List<Object[]> rows) {
    try {
      Connection connection = handle.getConnection();
      Savepoint before = connection.setSavepoint();
      if (changed(rows) != rows.size()) {
        connection.rollback(before);
        insertMissing(rows);
        requireAll(rows, changed(rows));
      }
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  private void requireAll(List<Object[]> rows, long changed) {
    if (changed != rows.size()) {
      throw new IllegalStateException(
          Text.of(
              "only %s of %s sums in %s could be added: somebody has probably deleted rows",
              changed, rows.size(), target.table()));
    }
  }

  private void insertMissing(List<Object[]> rows) {
    try (JdbcBatch<Object[]> inserts =
        JdbcBatch.ofMissing(
            handle, BatchedWriter.insert(target), BatchedWriter.binder(target.columns()))) {
      rows.forEach(row -> inserts.add(withZeros(row)));
      inserts.flush();
    }
  }

  private Object[] withZeros(Object[] row) {
    Object[] zeros = row.clone();
    for (int i = key; i < zeros.length; i++) {
      zeros[i] = zero(target.columns().get(i).type());
    }
    return zeros;
  }

  private static Object zero(ColumnType type) {
    return switch (type) {
      case INTEGER -> 0;
      case BIGINT -> 0L;
      case SUM -> ExactSum.ZERO;
      case TEXT, DOUBLE, BOOLEAN -> throw new IllegalStateException(type + " cannot be added up");
    };
  }

  private long changed(List<Object[]> rows) {
    String update =
        Text.of(
            "UPDATE %s SET %s WHERE %s",
            target.table(),
            each(key, target.columns().size(), "$ = $ + ?", ", "),
            each(0, key, "$ = ?", " AND "));
    try (JdbcBatch<Object[]> changes =
        new JdbcBatch<>(handle.getConnection(), update, this::bindChange)) {
      rows.forEach(changes::add);
      changes.flush();
      return changes.updated();
    }
  }

  private String each(int from, int until, String form, String between) {
    return target.names(from, until).stream()
        .map(column -> form.replace("$", column))
        .collect(Collectors.joining(between));
  }

  /** What is added comes before the key. */
  private void bindChange(PreparedStatement statement, Object[] row) throws SQLException {
    int added = row.length - key;
    for (int i = 0; i < row.length; i++) {
      Column column = target.columns().get(i);
      int index = i < key ? added + i : i - key;
      ParameterValues.set(statement, index + 1, column.type(), row[i]);
    }
  }
}
