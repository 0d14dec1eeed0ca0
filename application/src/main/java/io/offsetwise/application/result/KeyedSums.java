package io.offsetwise.application.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Adds rows of an accumulated table up, one sum for each key. Holds the sums and no row. Not
 * thread-safe.
 *
 * @param <T> the rows
 */
public final class KeyedSums<T> {

  private final ResultTable<T> table;
  private final int[] key;
  private final int[] added;
  private final Map<Object, Object[]> sums = new HashMap<>();

  /** Nothing yet. */
  public KeyedSums(ResultTable<T> table) {
    this.table = Objects.requireNonNull(table, "table");
    this.key = table.key().stream().mapToInt(table::indexOf).toArray();
    this.added = table.added().stream().mapToInt(table::indexOf).toArray();
  }

  /**
   * One row more.
   *
   * @throws ArithmeticException when an integer overflows
   */
  public void add(Object row) {
    Object[] values = table.values(row);
    Object[] sum = sums.putIfAbsent(keyOf(values), values);
    if (sum != null) {
      for (int column : added) {
        sum[column] = table.columns().get(column).type().plus(sum[column], values[column]);
      }
    }
  }

  /** The value itself where there is one alone. */
  private Object keyOf(Object[] values) {
    if (key.length == 1) {
      return values[key[0]];
    }
    Object[] chosen = new Object[key.length];
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = values[key[i]];
    }
    return List.of(chosen);
  }

  /** Number of keys. */
  public int size() {
    return sums.size();
  }

  /** The sums as values of the columns, sorted by key: the order in which rows are locked. */
  public List<Object[]> inOrder() {
    List<Object[]> sorted = new ArrayList<>(sums.values());
    sorted.sort(this::compareKeys);
    return sorted;
  }

  /** The sums as rows, in any order. */
  public void forEach(Consumer<? super T> taker) {
    sums.values().forEach(values -> taker.accept(table.rowOf(values)));
  }

  /** Whether both hold the same sums. */
  public boolean isEqualTo(KeyedSums<?> other) {
    return sums.size() == other.sums.size()
        && sums.entrySet().stream()
            .allMatch(
                sum ->
                    other.sums.containsKey(sum.getKey())
                        && List.of(sum.getValue()).equals(List.of(other.sums.get(sum.getKey()))));
  }

  /** Values of the same columns are comparable with each other. */
  @SuppressWarnings("unchecked")
  private int compareKeys(Object[] left, Object[] right) {
    for (int column : key) {
      int order = ((Comparable<Object>) left[column]).compareTo(right[column]);
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
