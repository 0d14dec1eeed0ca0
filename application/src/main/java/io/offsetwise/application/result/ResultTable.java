package io.offsetwise.application.result;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;

/**
 * A table of results: each row is a Java record, each of its components a column, in their order.
 * In front of them every table has the column {@code stream_name}. A value that travels to
 * executors.
 *
 * @param name of the table, in lower case
 * @param row the record
 * @param columns one for each component
 * @param writing what becomes of a row
 * @param <T> the rows
 */
public record ResultTable<T>(String name, Class<T> row, List<Column> columns, Writing writing)
    implements Serializable {

  /**
   * A table as data.
   *
   * @throws IllegalArgumentException when columns and components do not fit, or a column is named
   *     that is not there
   */
  public ResultTable {
    Column.requireName("table", name);
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(writing, "writing");
    columns = List.copyOf(columns);
    RowAccess.of(row).requireTypes(name, columns.stream().map(Column::type).toList());
    requireColumns(name, columns, writing);
  }

  /** A table whose rows are appended. */
  public static <T> ResultTable<T> of(String name, Class<T> row, Column... columns) {
    return new ResultTable<>(name, row, List.of(columns), new Writing.Appended());
  }

  /** The same, whose rows are unique by {@code key} in each stream. */
  public ResultTable<T> keyedBy(String... key) {
    return with(new Writing.Keyed(List.of(key)));
  }

  /** The same, whose rows are unique by {@code column} where the guarantee needs it. */
  public ResultTable<T> keyedOnDemandBy(String column) {
    return with(new Writing.KeyedOnDemand(column));
  }

  /**
   * The same, which adds these columns up under a key of all others.
   *
   * @param added the first of them counts what was added: an audit speaks of that number
   */
  public ResultTable<T> adding(String... added) {
    return with(new Writing.Accumulated(List.of(added)));
  }

  /**
   * The same, which adds these columns up over the rows of another table: where that one is keyed,
   * sums are not kept, because adding is not idempotent, but asked of it.
   *
   * @param of has columns of the same names
   */
  public ResultTable<T> totalling(ResultTable<?> of, String... added) {
    columns.forEach(column -> of.indexOf(column.name()));
    return with(new Writing.Total(List.of(added), of.name()));
  }

  /** The same, with one row for each batch. */
  public ResultTable<T> ofEachBatch() {
    return with(new Writing.OfEachBatch());
  }

  ResultTable<T> with(Writing other) {
    return new ResultTable<>(name, row, columns, other);
  }

  /** Whether each row carries topic, partition and offset of the record that it was made of. */
  public boolean isPlaced() {
    return columns.containsAll(List.of(Column.TOPIC, Column.PARTITION, Column.OFFSET));
  }

  /** The names of the columns that tell rows apart; empty when nothing does. */
  public List<String> key() {
    if (writing instanceof Writing.Keyed keyed) {
      return keyed.key();
    }
    return added().isEmpty()
        ? List.of()
        : columns.stream().map(Column::name).filter(name -> !added().contains(name)).toList();
  }

  /** The names of the columns that are added up; empty when none is. */
  public List<String> added() {
    return writing.added();
  }

  /**
   * Where a column stands, 0 for the first.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public int indexOf(String column) {
    return indexOf(name, columns, column);
  }

  /** The values of a row, in the order of the columns. */
  public Object[] values(Object of) {
    return RowAccess.of(row).values(of);
  }

  /** The row of these values, in the order of the columns. */
  public T rowOf(Object... values) {
    return row.cast(RowAccess.of(row).rowOf(values));
  }

  /** The value of one column. */
  public Object value(Object of, Column column) {
    return values(of)[indexOf(column.name())];
  }

  private static int indexOf(String table, List<Column> columns, String column) {
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(column)) {
        return i;
      }
    }
    throw new IllegalArgumentException(
        "table " + table + " has no column " + column + ", only " + columns);
  }

  private static void requireColumns(String table, List<Column> columns, Writing writing) {
    namesIn(writing).forEach(column -> indexOf(table, columns, column));
    writing.added().forEach(column -> requireAddable(table, columns, column));
    long different = columns.stream().map(Column::name).distinct().count();
    if (different != columns.size()) {
      throw new IllegalArgumentException("table " + table + " has a column twice: " + columns);
    }
  }

  private static List<String> namesIn(Writing writing) {
    if (writing instanceof Writing.Keyed keyed) {
      return keyed.key();
    }
    if (writing instanceof Writing.KeyedOnDemand keyed) {
      return List.of(keyed.of());
    }
    return List.of();
  }

  private static void requireAddable(String table, List<Column> columns, String column) {
    if (!columns.get(indexOf(table, columns, column)).type().isAddable()) {
      throw new IllegalArgumentException(
          "column " + column + " of table " + table + " holds nothing that can be added up");
    }
  }
}
