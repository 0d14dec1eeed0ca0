package io.offsetwise.application.audit;

import io.offsetwise.application.result.ResultTable;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Results and dead letters of one stream, as they were at one instant. Valid as long as the {@link
 * AuditedStream} that they belong to. What there may be much of is read while it is taken.
 */
public interface StoredResults {

  /**
   * All rows of the stream.
   *
   * @param order names of columns, sorted as Java sorts their values
   */
  <T> Iterator<T> rows(ResultTable<T> table, List<String> order);

  /**
   * The rows of a table that carry the place of their record, and the dead letters, which have no
   * row.
   *
   * @param table a placed one
   */
  <T> PlacedResults<Optional<T>> placed(ResultTable<T> table);

  /** Number of dead letters by partition. */
  Map<TopicPartition, Long> deadLetters();

  /**
   * The rows of {@code total} that are not the sum of the rows of {@code main}, sorted by key.
   *
   * @param total adds up rows of {@code main}
   * @param column that is added up
   */
  Iterator<WrongTotal> wrongTotals(ResultTable<?> total, ResultTable<?> main, String column);
}
