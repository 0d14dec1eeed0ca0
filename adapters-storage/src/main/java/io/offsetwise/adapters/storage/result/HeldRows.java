package io.offsetwise.adapters.storage.result;

import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.offset.StreamName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Rows of a job's tables: what is inserted, and what it adds up to, one sum for each key. Not
 * thread-safe.
 *
 * @param <R> the rows
 */
final class HeldRows<R> implements HeldResults<R> {

  private final ResultTables<R> tables;
  private final Map<Class<?>, RowTaker> takers = new LinkedHashMap<>();

  /**
   * No row yet.
   *
   * <p>In the order of the declaration: transactions of several JVMs that lock rows of the same
   * tables must come to them in one order, and that of hashed classes is another one in each JVM.
   * What is added up, which others wait for, comes last.
   *
   * @param stream whose rows
   * @param writers of its job
   * @param inserted takes the rows of a table that are not added up
   */
  HeldRows(
      StreamName stream, TableWriters<R> writers, Function<ResultTable<?>, RowTaker> inserted) {
    this.tables = writers.tables();
    tables.all().forEach(table -> takers.put(table.row(), new RowTaker.None()));
    writers
        .written()
        .all()
        .forEach(
            table ->
                takers.put(
                    table.row(),
                    table.added().isEmpty()
                        ? inserted.apply(table)
                        : new SummedRows<>(stream, table)));
  }

  /** The classes of the rows, in the order in which they are written. */
  Iterable<Class<?>> order() {
    return takers.keySet();
  }

  @Override
  public void add(R row) {
    RowTaker taker = takers.get(row.getClass()); // rows are records, whose classes have no others
    if (taker == null) {
      throw tables.unknown(row);
    }
    taker.add(row);
  }

  @Override
  public void writeTo(ResultWriter<R> writer) {
    if (!(writer instanceof RowWriter<R> rows)) {
      throw new IllegalStateException(
          "rows of tables were held for " + writer.getClass().getName() + ", which writes others");
    }
    insert(rows.handle());
  }

  /** Writes all rows in an open transaction. */
  void insert(Handle handle) {
    takers.values().forEach(taker -> taker.writeTo(handle));
  }

  @Override
  public void close() {
    takers.values().forEach(RowTaker::close);
  }
}
