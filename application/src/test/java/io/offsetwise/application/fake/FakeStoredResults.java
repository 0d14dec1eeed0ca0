package io.offsetwise.application.fake;

import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.application.audit.PlacedResults;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.audit.WrongTotal;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stored rows of any tables, in memory.
 *
 * @param all of all tables, in any order
 * @param letters offsets of dead letters by partition
 * @param totals that are wrong
 * @param others rows whose key is stored for another record
 */
public record FakeStoredResults(
    List<?> all, Map<TopicPartition, List<Long>> letters, List<WrongTotal> totals, List<?> others)
    implements StoredResults {

  /** Rows alone. */
  public static FakeStoredResults of(List<?> rows) {
    return new FakeStoredResults(rows, Map.of(), List.of(), List.of());
  }

  @Override
  public Map<TopicPartition, Long> deadLetters() {
    return letters.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, each -> (long) each.getValue().size()));
  }

  @Override
  public <T> Iterator<T> rows(ResultTable<T> table, List<String> order) {
    return all.stream().filter(table.row()::isInstance).map(table.row()::cast).iterator();
  }

  @Override
  public <T> PlacedResults<Optional<T>> placed(ResultTable<T> table) {
    return new PlacedResults<>() {
      @Override
      public Iterator<PlacedResult<Optional<T>>> inOrder() {
        return Stream.concat(
                all.stream().filter(table.row()::isInstance).map(row -> placedRow(table, row)),
                FakeStoredResults.this.<T>placedLetters())
            .sorted(
                Comparator.comparing((PlacedResult<Optional<T>> result) -> result.partition())
                    .thenComparing(PlacedResult::offset))
            .iterator();
      }

      @Override
      public boolean holdsKeyOf(Optional<T> content) {
        return content.filter(others::contains).isPresent();
      }
    };
  }

  private <T> Stream<PlacedResult<Optional<T>>> placedLetters() {
    return letters.entrySet().stream()
        .flatMap(
            each ->
                each.getValue().stream()
                    .map(offset -> new PlacedResult<>(each.getKey(), offset, Optional.<T>empty())));
  }

  private static <T> PlacedResult<Optional<T>> placedRow(ResultTable<T> table, Object row) {
    return new PlacedResult<>(
        new TopicPartition(
            (String) table.value(row, Column.TOPIC), (int) table.value(row, Column.PARTITION)),
        (long) table.value(row, Column.OFFSET),
        Optional.of(table.row().cast(row)));
  }

  @Override
  public Iterator<WrongTotal> wrongTotals(
      ResultTable<?> total, ResultTable<?> main, String column) {
    return totals.iterator();
  }
}
