package io.offsetwise.adapters.storage.result;

import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.offset.StreamName;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Writes rows while they are read: inserts in batches, sums at the end, one for each key. Holds a
 * batch and the sums, never all rows.
 *
 * @param handle with an open transaction
 * @param stream whose rows
 * @param tables of the job
 * @param written those that rows are written to
 * @param <R> the rows
 */
record RowWriter<R>(
    Handle handle, StreamName stream, ResultTables<R> tables, ResultTables<R> written)
    implements ResultWriter<R> {

  @Override
  public void write(Iterator<R> rows) {
    Map<Class<?>, RowTaker> takers = takers();
    try {
      while (rows.hasNext()) {
        R row = rows.next();
        takers.get(tables.of(row).row()).add(row);
      }
      takers.values().forEach(RowTaker::flush);
    } finally {
      takers.values().forEach(RowTaker::close);
    }
  }

  /**
   * In the order of the declaration: transactions of several JVMs that lock rows of the same tables
   * must come to them in one order, and that of hashed classes is another one in each JVM. What is
   * added up, which others wait for, comes last.
   */
  Map<Class<?>, RowTaker> takers() {
    Map<Class<?>, RowTaker> takers = new LinkedHashMap<>();
    tables.all().forEach(table -> takers.put(table.row(), new RowTaker.None()));
    written.all().forEach(table -> takers.put(table.row(), taker(table)));
    return takers;
  }

  private RowTaker taker(ResultTable<?> table) {
    return table.added().isEmpty()
        ? new InsertedRows(handle, stream, table)
        : new SummedRows<>(handle, stream, table);
  }
}
