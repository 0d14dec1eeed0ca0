package io.offsetwise.application.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
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
  private final Map<List<Object>, Object[]> sums = new HashMap<>();

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

  private List<Object> keyOf(Object[] values) {
    if (key.length == 1) {
      return List.of(values[key[0]]);
    }
    List<Object> chosen = new ArrayList<>(key.length);
    for (int column : key) {
      chosen.add(values[column]);
    }
    return chosen;
  }

  /** Number of keys. */
  public int size() {
    return sums.size();
  }

  /** The sums as values of the columns, sorted by key: the order in which rows are locked. */
  public List<Object[]> inOrder() {
    return sums.entrySet().stream()
        .sorted(Map.Entry.comparingByKey(KeyedSums::compare))
        .map(Map.Entry::getValue)
        .toList();
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
  private static int compare(List<Object> left, List<Object> right) {
    Comparator<Comparable<Object>> natural = Comparator.naturalOrder();
    Iterator<Object> others = right.iterator();
    for (Object value : left) {
      int order = natural.compare((Comparable<Object>) value, (Comparable<Object>) others.next());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }
}
