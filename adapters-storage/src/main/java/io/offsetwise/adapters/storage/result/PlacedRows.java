package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.offset.OffsetRows;
import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.application.audit.PlacedResults;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.Writing;
import io.offsetwise.domain.offset.StreamName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Rows that carry the place of their record, and the dead letters, which have no row, in the order
 * of the log.
 *
 * @param handle with the open snapshot
 * @param stream whose rows
 * @param table as it is written under the guarantee of the stream
 * @param <T> the rows
 */
record PlacedRows<T>(Handle handle, StreamName stream, ResultTable<T> table)
    implements PlacedResults<Optional<T>> {

  private static final List<String> PLACE =
      List.of(Column.TOPIC.name(), Column.PARTITION.name(), Column.OFFSET.name());

  @Override
  public Iterator<PlacedResult<Optional<T>>> inOrder() {
    List<String> others =
        table.columns().stream().map(Column::name).filter(name -> !PLACE.contains(name)).toList();
    String place = String.join(", ", PLACE);
    String ofStream = Sql.ofStream(handle);
    return handle
        .createQuery(
            "SELECT * FROM (SELECT "
                + place
                + Sql.each(others, ", $", "")
                + ", FALSE AS is_letter FROM "
                + table.name()
                + ofStream
                + " UNION ALL SELECT "
                + place
                + Sql.each(others, ", NULL", "")
                + ", TRUE FROM dead_letter"
                + ofStream
                + ") AS placed ORDER BY "
                + Sql.inOrder(handle, table, PLACE))
        .bind("stream", stream.value())
        .setFetchSize(JdbiStoredResults.ROWS_AT_A_TIME)
        .map(
            (row, context) ->
                new PlacedResult<>(
                    OffsetRows.partition(row),
                    row.getLong(Column.OFFSET.name()),
                    row.getBoolean("is_letter")
                        ? Optional.<T>empty()
                        : Optional.of(ColumnValues.row(table, row))))
        .iterator();
  }

  /** The place itself is no key that the result of another record could hold. */
  @Override
  public boolean holdsKeyOf(Optional<T> content) {
    List<String> key = keyColumns();
    return content.isPresent()
        && !key.isEmpty()
        && !key.containsAll(PLACE)
        && isStored(key, content.get());
  }

  /** The database finds by its index what it takes for equal; what is equal is decided here. */
  private boolean isStored(List<String> key, T row) {
    Query query =
        handle.createQuery(
            "SELECT "
                + String.join(", ", key)
                + " FROM "
                + table.name()
                + Sql.ofStream(handle)
                + " AND "
                + Sql.each(key, "$ = :$", " AND "));
    query.bind("stream", stream.value());
    List<Object> values = new ArrayList<>();
    for (String column : key) {
      Object value = table.values(row)[table.indexOf(sourceOf(column))];
      query.bind(column, value);
      values.add(value);
    }
    return query.map((found, context) -> keyOf(found, key)).stream().anyMatch(values::equals);
  }

  private List<Object> keyOf(ResultSet found, List<String> key) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (String column : key) {
      Column source = table.columns().get(table.indexOf(sourceOf(column)));
      values.add(ColumnValues.get(found, new Column(column, source.type(), source.length())));
    }
    return values;
  }

  private List<String> keyColumns() {
    return table.writing() instanceof Writing.KeyedOnDemand
        ? List.of(Writing.KeyedOnDemand.COLUMN)
        : table.key();
  }

  private String sourceOf(String column) {
    return table.writing() instanceof Writing.KeyedOnDemand keyed ? keyed.of() : column;
  }
}
