package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.Writing;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Inserts rows in bulk; one whose unique key is there already is passed over. */
final class InsertedRows implements RowTaker {

  private final ResultTable<?> table;
  private final int[] sources;
  private final String stream;
  private final RowInserter inserter;

  /** Inserts on a handle whose transaction is the caller's. */
  InsertedRows(Handle handle, StreamName stream, ResultTable<?> table) {
    this.table = table;
    this.stream = stream.value();
    List<Column> columns = new ArrayList<>(List.of(Sql.STREAM));
    columns.addAll(table.columns());
    List<Integer> from = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      from.add(i);
    }
    if (table.writing() instanceof Writing.KeyedOnDemand keyed) {
      int of = table.indexOf(keyed.of());
      from.add(of);
      columns.add(Column.text(Writing.KeyedOnDemand.COLUMN, table.columns().get(of).length()));
    }
    this.sources = from.stream().mapToInt(Integer::intValue).toArray();
    this.inserter = inserter(handle, new InsertInto(table.name(), columns));
  }

  private RowInserter inserter(Handle handle, InsertInto target) {
    BulkWriter writer = HandleDialect.of(handle).bulkWriter();
    return isUnique() ? writer.missingInserter(handle, target) : writer.inserter(handle, target);
  }

  private boolean isUnique() {
    return table.writing() instanceof Writing.Keyed
        || table.writing() instanceof Writing.KeyedOnDemand;
  }

  @Override
  public void add(Object row) {
    Object[] values = table.values(row);
    Object[] inserted = new Object[1 + sources.length];
    inserted[0] = stream;
    for (int i = 0; i < sources.length; i++) {
      inserted[i + 1] = values[sources[i]];
    }
    inserter.add(inserted);
  }

  @Override
  public void flush() {
    inserter.flush();
  }

  @Override
  public void close() {
    inserter.close();
  }
}
