package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.offset.OffsetRows;
import io.offsetwise.application.audit.PlacedResults;
import io.offsetwise.application.audit.StoredResults;
import io.offsetwise.application.audit.WrongTotal;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The declared tables of one stream, on a connection with an open transaction. What there may be
 * much of is sorted by the database, which keeps what it sorts on its own disk.
 *
 * @param handle the connection; to be read only
 * @param stream whose rows
 */
public record JdbiStoredResults(Handle handle, StreamName stream) implements StoredResults {

  static final int ROWS_AT_A_TIME = 1_000;

  public JdbiStoredResults {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(stream, "stream");
  }

  @Override
  public <T> Iterator<T> rows(ResultTable<T> table, List<String> order) {
    String sorted = order.isEmpty() ? "" : " ORDER BY " + Sql.inOrder(handle, table, order);
    return query("SELECT * FROM " + table.name() + ofStream() + sorted)
        .setFetchSize(ROWS_AT_A_TIME)
        .map((row, context) -> ColumnValues.row(table, row))
        .iterator();
  }

  @Override
  public <T> PlacedResults<Optional<T>> placed(ResultTable<T> table) {
    return new PlacedRows<>(handle, stream, table);
  }

  /** Counted here: the database might take topics for the same that are not. */
  @Override
  public Map<TopicPartition, Long> deadLetters() {
    return query("SELECT topic_name, partition_number FROM dead_letter" + ofStream())
        .setFetchSize(ROWS_AT_A_TIME)
        .reduceResultSet(
            new HashMap<>(),
            (letters, row, context) -> {
              letters.merge(OffsetRows.partition(row), 1L, Long::sum);
              return letters;
            });
  }

  /** The database sorts the rows of both tables; they are added up here, key by key. */
  @Override
  public Iterator<WrongTotal> wrongTotals(
      ResultTable<?> total, ResultTable<?> main, String column) {
    total.indexOf(column);
    String key = String.join(", ", total.key());
    return new WrongTotals(
        query(
                ("SELECT * FROM (SELECT $KEY, $COLUMN AS kept, 0 AS summed FROM "
                        + total.name()
                        + ofStream()
                        + " UNION ALL SELECT $KEY, 0, $COLUMN FROM "
                        + main.name()
                        + ofStream()
                        + ") AS both_sides ORDER BY $ORDER")
                    .replace("$KEY", key)
                    .replace("$ORDER", Sql.inOrder(handle, total, total.key()))
                    .replace("$COLUMN", column))
            .setFetchSize(ROWS_AT_A_TIME)
            .map((row, context) -> KeyedAmounts.of(total, row))
            .iterator());
  }

  /** Number of rows. */
  public long count(ResultTable<?> table) {
    return number("SELECT COUNT(*) FROM " + table.name() + ofStream()).longValueExact();
  }

  /** Number of different values of a column. */
  public long countDistinct(ResultTable<?> table, String column) {
    table.indexOf(column);
    String told = Sql.inOrder(handle, table, List.of(column));
    return number("SELECT COUNT(DISTINCT " + told + ") FROM " + table.name() + ofStream())
        .longValueExact();
  }

  /** Sum of a column of numbers; 0 without rows. */
  public BigInteger sum(ResultTable<?> table, String column) {
    table.indexOf(column);
    return number("SELECT COALESCE(SUM(" + column + "), 0) FROM " + table.name() + ofStream());
  }

  private BigInteger number(String text) {
    return query(text).mapTo(BigDecimal.class).one().toBigIntegerExact();
  }

  private String ofStream() {
    return Sql.ofStream(handle);
  }

  private Query query(String text) {
    return handle.createQuery(text).bind("stream", stream.value());
  }
}
