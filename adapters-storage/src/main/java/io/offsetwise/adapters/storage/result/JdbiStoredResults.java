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
  private static final String OF_STREAM = " WHERE stream_name = :stream";

  public JdbiStoredResults {
    Objects.requireNonNull(handle, "handle");
    Objects.requireNonNull(stream, "stream");
  }

  @Override
  public <T> Iterator<T> rows(ResultTable<T> table, List<String> order) {
    String sorted = order.isEmpty() ? "" : " ORDER BY " + Sql.inOrder(handle, table, order);
    return query("SELECT * FROM " + table.name() + OF_STREAM + sorted)
        .setFetchSize(ROWS_AT_A_TIME)
        .map((row, context) -> ColumnValues.row(table, row))
        .iterator();
  }

  @Override
  public <T> PlacedResults<Optional<T>> placed(ResultTable<T> table) {
    return new PlacedRows<>(handle, stream, table);
  }

  @Override
  public Map<TopicPartition, Long> deadLetters() {
    return query(
            "SELECT topic_name, partition_number, COUNT(*) AS letters FROM dead_letter"
                + OF_STREAM
                + " GROUP BY topic_name, partition_number")
        .reduceResultSet(
            new HashMap<>(),
            (letters, row, context) -> {
              letters.put(OffsetRows.partition(row), row.getLong("letters"));
              return letters;
            });
  }

  /** The union stands for a full join, which H2 does not have. */
  @Override
  public Iterator<WrongTotal> wrongTotals(
      ResultTable<?> total, ResultTable<?> main, String column) {
    total.indexOf(column);
    String key = String.join(", ", total.key());
    return query(
            ("SELECT $KEY, SUM(kept) AS kept, SUM(summed) AS summed FROM ("
                    + "SELECT $KEY, $COLUMN AS kept, 0 AS summed FROM "
                    + total.name()
                    + OF_STREAM
                    + " UNION ALL SELECT $KEY, 0, SUM($COLUMN) FROM "
                    + main.name()
                    + OF_STREAM
                    + " GROUP BY $KEY) AS both_sides"
                    + " GROUP BY $KEY HAVING SUM(kept) <> SUM(summed) ORDER BY $ORDER")
                .replace("$KEY", key)
                .replace("$ORDER", Sql.inOrder(handle, total, total.key()))
                .replace("$COLUMN", column))
        .map(
            (row, context) ->
                new WrongTotal(
                    ColumnValues.joined(total, row),
                    row.getBigDecimal("kept").toBigIntegerExact(),
                    row.getBigDecimal("summed").toBigIntegerExact()))
        .iterator();
  }

  /** Number of rows. */
  public long count(ResultTable<?> table) {
    return number("SELECT COUNT(*) FROM " + table.name() + OF_STREAM).longValueExact();
  }

  /** Number of different values of a column. */
  public long countDistinct(ResultTable<?> table, String column) {
    table.indexOf(column);
    return number("SELECT COUNT(DISTINCT " + column + ") FROM " + table.name() + OF_STREAM)
        .longValueExact();
  }

  /** Sum of a column of numbers; 0 without rows. */
  public BigInteger sum(ResultTable<?> table, String column) {
    table.indexOf(column);
    return number("SELECT COALESCE(SUM(" + column + "), 0) FROM " + table.name() + OF_STREAM);
  }

  private BigInteger number(String text) {
    return query(text).mapTo(BigDecimal.class).one().toBigIntegerExact();
  }

  private Query query(String text) {
    return handle.createQuery(text).bind("stream", stream.value());
  }
}
