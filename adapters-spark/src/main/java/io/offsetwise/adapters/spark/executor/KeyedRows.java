package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.apache.spark.api.java.function.Function2;
import scala.Tuple2;

/**
 * Gives each row the key under which rows meet in a shuffle: rows that are added up meet those of
 * their key, every other row stays alone.
 *
 * @param tables of the job
 * @param <R> the rows
 */
public record KeyedRows<R>(ResultTables<R> tables)
    implements Function2<Integer, Iterator<R>, Iterator<Tuple2<List<Object>, R>>> {

  public KeyedRows {
    Objects.requireNonNull(tables, "tables");
  }

  @Override
  public Iterator<Tuple2<List<Object>, R>> call(Integer partition, Iterator<R> rows) {
    return new Keyed<>(tables, partition, rows);
  }

  /** Hands on one row at a time. */
  private static final class Keyed<R> implements Iterator<Tuple2<List<Object>, R>> {

    private final ResultTables<R> tables;
    private final int partition;
    private final Iterator<R> rows;
    private long taken;

    Keyed(ResultTables<R> tables, int partition, Iterator<R> rows) {
      this.tables = tables;
      this.partition = partition;
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Tuple2<List<Object>, R> next() {
      R row = rows.next();
      taken++;
      return new Tuple2<>(keyOf(row), row);
    }

    /** Of plain values, which every serializer of Spark's can carry. */
    private List<Object> keyOf(R row) {
      ResultTable<?> table = tables.of(row);
      List<Object> key = new ArrayList<>();
      if (table.added().isEmpty()) {
        key.add(partition);
        key.add(taken);
      } else {
        key.add(table.name());
        Object[] values = table.values(row);
        table.key().forEach(column -> key.add(values[table.indexOf(column)]));
      }
      return key;
    }
  }
}
