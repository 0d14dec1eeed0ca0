package io.offsetwise.application.audit;

import io.offsetwise.application.result.ExactSum;
import io.offsetwise.application.result.KeyedSums;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.domain.audit.FindingKind;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one partition adds up to: a sum for each key, and the dead letters beside them. Not
 * thread-safe.
 *
 * @param <T> the rows
 */
final class RowSums<T> {

  private final ResultTable<T> table;
  private final KeyedSums<T> sums;
  private long letters;

  RowSums(ResultTable<T> table) {
    this.table = table;
    this.sums = new KeyedSums<>(table);
  }

  /** One row more. */
  void add(T row) {
    sums.add(row);
  }

  /** Dead letters more. */
  void addLetters(long number) {
    letters += number;
  }

  /**
   * The rows of a record.
   *
   * @param rows empty in the optional when the record is a dead letter
   * @param times how often they are added, 0 or more
   */
  void add(Optional<List<T>> rows, long times) {
    for (long time = 0; time < times; time++) {
      rows.ifPresentOrElse(all -> all.forEach(this::add), () -> letters++);
    }
  }

  /** What the first of the added columns has counted, and the dead letters. */
  long records() {
    return total(table.added().get(0)).longValueExact() + letters;
  }

  /** How this differs from what it should be; empty when it does not. */
  Optional<Difference> differenceFrom(RowSums<T> expected) {
    long surplus = records() - expected.records();
    if (surplus == 0 && letters == expected.letters && sums.isEqualTo(expected.sums)) {
      return Optional.empty();
    }
    FindingKind kind =
        surplus == 0 ? FindingKind.ALTERED : surplus < 0 ? FindingKind.LOST : FindingKind.REPEATED;
    return Optional.of(
        new Difference(kind, Math.max(1, Math.abs(surplus)), words(), expected.words()));
  }

  private String words() {
    List<String> words = new ArrayList<>();
    table.added().forEach(column -> words.add(total(column) + " " + column));
    if (letters > 0) {
      words.add(letters + " dead letters");
    }
    return String.join(" and ", words);
  }

  private BigInteger total(String column) {
    int index = table.indexOf(column);
    BigInteger total = BigInteger.ZERO;
    for (Object[] values : sums.inOrder()) {
      total = total.add(exact(values[index]));
    }
    return total;
  }

  private static BigInteger exact(Object value) {
    return value instanceof ExactSum sum
        ? sum.exact()
        : BigInteger.valueOf(((Number) value).longValue());
  }

  /**
   * Between what is stored and what should be.
   *
   * @param kind what the first of the added columns says of it
   * @param count how many it is about, 1 or more
   * @param found what is stored, in words
   * @param expected what should be, in words
   */
  record Difference(FindingKind kind, long count, String found, String expected) {}
}
