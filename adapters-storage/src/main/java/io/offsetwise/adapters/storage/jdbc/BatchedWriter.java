package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.result.Column;
import io.offsetwise.domain.text.Text;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Batches of plain statements: what every database understands. */
public record BatchedWriter() implements BulkWriter {

  @Override
  public RowInserter inserter(Handle handle, InsertInto target) {
    return new BatchInserter(
        new JdbcBatch<>(handle.getConnection(), insert(target), binder(target.columns())));
  }

  @Override
  public RowInserter missingInserter(Handle handle, InsertInto target) {
    return new BatchInserter(JdbcBatch.ofMissing(handle, insert(target), binder(target.columns())));
  }

  @Override
  public void addSums(Handle handle, InsertInto target, int key, List<Object[]> rows) {
    new BatchedSums(handle, target, key).add(rows);
  }

  static String insert(InsertInto target) {
    return Text.of(
        "INSERT INTO %s (%s) VALUES (%s)",
        target.table(),
        target.names(),
        String.join(", ", Collections.nCopies(target.columns().size(), "?")));
  }

  static RowBinder<Object[]> binder(List<Column> columns) {
    return (statement, values) -> bind(statement, columns, values);
  }

  private static void bind(PreparedStatement statement, List<Column> columns, Object[] values)
      throws SQLException {
    for (int i = 0; i < values.length; i++) {
      ParameterValues.set(statement, i + 1, columns.get(i).type(), values[i]);
    }
  }

  private record BatchInserter(JdbcBatch<Object[]> batch) implements RowInserter {

    @Override
    public void add(Object[] values) {
      batch.add(values);
    }

    @Override
    public void flush() {
      batch.flush();
    }

    @Override
    public void close() {
      batch.close();
    }
  }
}
