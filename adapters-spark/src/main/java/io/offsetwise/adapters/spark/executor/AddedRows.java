package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.result.KeyedSums;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Queue;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * The rows of a partition where those that are added up have become one for each key; every other
 * row stays as it is. Holds the sums, never all rows. Partitions are added up where rows are
 * written: a shuffle, which would bring keys together before, costs more than it saves, since it
 * carries every other row as well.
 *
 * @param tables of the job
 * @param <R> the rows
 */
public record AddedRows<R>(ResultTables<R> tables) implements FlatMapFunction<Iterator<R>, R> {

  public AddedRows {
    Objects.requireNonNull(tables, "tables");
  }

  @Override
  public Iterator<R> call(Iterator<R> rows) {
    return new Added<>(tables, rows);
  }

  /** Hands on one row at a time, and the sums in the end. */
  private static final class Added<R> implements Iterator<R> {

    private final ResultTables<R> tables;
    private final Iterator<R> rows;
    private final Map<Class<R>, KeyedSums<R>> sums = new HashMap<>();
    private final Queue<R> ready = new ArrayDeque<>();

    Added(ResultTables<R> tables, Iterator<R> rows) {
      this.tables = tables;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        take(rows.next());
      }
      if (ready.isEmpty()) {
        sums.values().forEach(added -> added.forEach(ready::add));
        sums.clear();
      }
      return !ready.isEmpty();
    }

    private void take(R row) {
      ResultTable<R> table = tables.of(row);
      if (table.added().isEmpty()) {
        ready.add(row);
      } else {
        sums.computeIfAbsent(table.row(), first -> new KeyedSums<>(table)).add(row);
      }
    }

    @Override
    public R next() {
      if (!hasNext()) {
        throw new NoSuchElementException("no row is left");
      }
      return ready.remove();
    }
  }
}
