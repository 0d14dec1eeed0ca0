package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.adapters.storage.jdbc.HeldInserts;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.Writing;
import io.offsetwise.domain.offset.StreamName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** Inserts rows in bulk; one whose unique key is there already is passed over. */
final class InsertedRows implements RowTaker {

  private final ResultTable<?> table;
  private final int[] sources;
  private final String stream;
  private final HeldInserts inserts;

  private InsertedRows(StreamName stream, ResultTable<?> table, HeldInserts inserts) {
    this.table = table;
    this.stream = stream.value();
    this.sources = sources(table);
    this.inserts = inserts;
  }

  /** Holds the rows until they are written. */
  static InsertedRows held(BulkWriter writer, StreamName stream, ResultTable<?> table) {
    InsertInto target = target(table);
    return new InsertedRows(
        stream, table, isUnique(table) ? writer.heldMissing(target) : writer.held(target));
  }

  /** Inserts the rows while they come, on a handle whose transaction is the caller's. */
  static InsertedRows direct(Handle handle, StreamName stream, ResultTable<?> table) {
    BulkWriter writer = HandleDialect.of(handle).bulkWriter();
    InsertInto target = target(table);
    return new InsertedRows(
        stream,
        table,
        new DirectInserts(
            isUnique(table)
                ? writer.missingInserter(handle, target)
                : writer.inserter(handle, target)));
  }

  private static InsertInto target(ResultTable<?> table) {
    List<Column> columns = new ArrayList<>(List.of(Sql.STREAM));
    columns.addAll(table.columns());
    if (table.writing() instanceof Writing.KeyedOnDemand keyed) {
      int of = table.indexOf(keyed.of());
      columns.add(Column.text(Writing.KeyedOnDemand.COLUMN, table.columns().get(of).length()));
    }
    return new InsertInto(table.name(), columns);
  }

  /** Where the value of each column but the first one is in a row. */
  private static int[] sources(ResultTable<?> table) {
    IntStream own = IntStream.range(0, table.columns().size());
    return table.writing() instanceof Writing.KeyedOnDemand keyed
        ? IntStream.concat(own, IntStream.of(table.indexOf(keyed.of()))).toArray()
        : own.toArray();
  }

  private static boolean isUnique(ResultTable<?> table) {
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
    inserts.add(inserted);
  }

  @Override
  public void writeTo(Handle handle) {
    inserts.insert(handle);
  }

  @Override
  public void close() {
    inserts.close();
  }
}
