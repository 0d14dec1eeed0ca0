package io.offsetwise.application.result;

import io.offsetwise.domain.guarantee.ResultKind;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.guarantee.SaveStep;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All tables of a job. One of them says what was made of each record, so that an audit can hold it
 * against the log: its rows carry their record's place, or it adds up by partition, or it has a row
 * of each batch. All others are totals of that one. A value that travels to executors.
 *
 * @param main says what was made of each record
 * @param totals of the main table's rows
 * @param <R> the job's results: rows of these tables
 */
public record ResultTables<R>(ResultTable<? extends R> main, List<ResultTable<? extends R>> totals)
    implements Serializable {

  /**
   * Tables as data.
   *
   * @throws IllegalArgumentException when no audit could hold them against the log
   */
  public ResultTables {
    Objects.requireNonNull(main, "main");
    totals = List.copyOf(totals);
    totals.forEach(total -> requireTotal(main, total));
    if (!isComparable(main)) {
      throw new IllegalArgumentException(
          "table "
              + main.name()
              + " cannot be held against the log: give its rows the columns of"
              + " their place, Column.TOPIC, PARTITION and OFFSET, or let the key of what is added"
              + " up hold topic and partition");
    }
  }

  /** One table alone. */
  public static <R> ResultTables<R> of(ResultTable<R> main) {
    return new ResultTables<>(main, List.of());
  }

  /** The tables as rows are written to them under {@code plan}. */
  public ResultTables<R> under(SavePlan plan) {
    boolean keyed = savesKeyed(plan);
    ResultTable<? extends R> written =
        main.writing() instanceof Writing.KeyedOnDemand && !keyed
            ? main.with(new Writing.Appended())
            : main;
    return new ResultTables<>(written, keyed ? List.of() : totals);
  }

  /** What the job writes under {@code plan}. */
  public ResultKind kindUnder(SavePlan plan) {
    if (main.writing() instanceof Writing.OfEachBatch) {
      return ResultKind.WINDOWED;
    }
    boolean keyed =
        main.writing() instanceof Writing.Keyed
            || (main.writing() instanceof Writing.KeyedOnDemand && savesKeyed(plan));
    return keyed && under(plan).totals().isEmpty() ? ResultKind.KEYED : ResultKind.ACCUMULATED;
  }

  /** All of them, the main one first. */
  public Stream<ResultTable<? extends R>> all() {
    return Stream.concat(Stream.of(main), totals.stream());
  }

  /**
   * The table of a row.
   *
   * @throws IllegalStateException when none is declared for rows of this class
   */
  @SuppressWarnings("unchecked") // a table of these rows has rows of this type
  public ResultTable<R> of(R row) {
    if (main.row() == row.getClass()) { // asked for every row: no stream
      return (ResultTable<R>) main;
    }
    for (ResultTable<? extends R> total : totals) {
      if (total.row() == row.getClass()) {
        return (ResultTable<R>) total;
      }
    }
    throw unknown(row);
  }

  /** The error of a row for which no table is declared. */
  public IllegalStateException unknown(R row) {
    return new IllegalStateException(
        "the job has made a "
            + row.getClass().getName()
            + ", for which it has declared no table, only "
            + all().map(ResultTable::name).toList());
  }

  private static boolean savesKeyed(SavePlan plan) {
    return plan.commits().stream()
        .anyMatch(commit -> commit.steps().contains(SaveStep.KEYED_RESULTS));
  }

  private static boolean isComparable(ResultTable<?> main) {
    if (!main.added().isEmpty()) {
      return main.writing() instanceof Writing.Accumulated
          && main.key().containsAll(List.of(Column.TOPIC.name(), Column.PARTITION.name()));
    }
    return main.writing() instanceof Writing.OfEachBatch || main.isPlaced();
  }

  private static void requireTotal(ResultTable<?> main, ResultTable<?> total) {
    if (!(total.writing() instanceof Writing.Total sums) || !sums.of().equals(main.name())) {
      throw new IllegalArgumentException(
          "table " + total.name() + " is no total of table " + main.name());
    }
  }
}
