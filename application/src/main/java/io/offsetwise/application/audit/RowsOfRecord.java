package io.offsetwise.application.audit;

import io.offsetwise.application.save.RecordFunction;
import io.offsetwise.application.source.SourceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a job makes of a record in one of its tables, made again for an audit.
 *
 * @param <T> the rows of the table
 */
public final class RowsOfRecord<T> {

  private final RecordFunction<?> function;
  private final Class<T> row;

  /**
   * Makes rows as the job does.
   *
   * @param function the job's own
   * @param row the rows of the table; those of others are left out
   */
  public RowsOfRecord(RecordFunction<?> function, Class<T> row) {
    this.function = Objects.requireNonNull(function, "function");
    this.row = Objects.requireNonNull(row, "row");
  }

  /** The rows; empty in the optional when the record goes to the dead letters with none of them. */
  public Optional<List<T>> of(SourceRecord record) {
    List<T> rows = new ArrayList<>(1);
    try {
      function.apply(
          record,
          result -> {
            if (row.isInstance(result)) {
              rows.add(row.cast(result));
            }
          });
    } catch (RuntimeException poison) {
      return Optional.empty();
    }
    return Optional.of(rows);
  }

  /** The same as results with the record's place: a dead letter is one without a row. */
  public List<Optional<T>> content(SourceRecord record) {
    return of(record)
        .map(rows -> rows.stream().map(Optional::of).toList())
        .orElseGet(() -> List.of(Optional.empty()));
  }
}
