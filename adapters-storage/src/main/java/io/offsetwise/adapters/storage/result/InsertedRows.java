package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.Writing;
import io.offsetwise.domain.offset.StreamName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Inserts rows in batches; one whose unique key is there already is passed over. */
final class InsertedRows implements RowTaker {

  private final StreamName stream;
  private final ResultTable<?> table;
  private final List<Integer> sources = new ArrayList<>();
  private final JdbcBatch<Object> batch;

  /** Inserts on a handle whose transaction is the caller's. */
  InsertedRows(Handle handle, StreamName stream, ResultTable<?> table) {
    this.stream = stream;
    this.table = table;
    List<String> columns = new ArrayList<>(table.columns().stream().map(Column::name).toList());
    for (int i = 0; i < columns.size(); i++) {
      sources.add(i);
    }
    if (table.writing() instanceof Writing.KeyedOnDemand keyed) {
      columns.add(Writing.KeyedOnDemand.COLUMN);
      sources.add(table.indexOf(keyed.of()));
    }
    String insert = Sql.insert(table.name(), columns);
    this.batch =
        isUnique(table)
            ? JdbcBatch.ofMissing(handle, insert, this::bind)
            : new JdbcBatch<>(handle.getConnection(), insert, this::bind);
  }

  private static boolean isUnique(ResultTable<?> table) {
    return table.writing() instanceof Writing.Keyed
        || table.writing() instanceof Writing.KeyedOnDemand;
  }

  @Override
  public void add(Object row) {
    batch.add(row);
  }

  @Override
  public void flush() {
    batch.flush();
  }

  @Override
  public void close() {
    batch.close();
  }

  private void bind(PreparedStatement statement, Object row) throws SQLException {
    Object[] values = table.values(row);
    statement.setString(1, stream.value());
    for (int i = 0; i < sources.size(); i++) {
      int source = sources.get(i);
      ColumnValues.set(statement, i + 2, table.columns().get(source).type(), values[source]);
    }
  }
}
