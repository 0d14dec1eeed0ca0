package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.Dialect;
import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ColumnType;
import io.offsetwise.application.result.ResultTable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The statements that are the same for each table. Names were looked at when it was declared. */
final class Sql {

  /** The column that every table of results has. */
  static final Column STREAM = Column.text("stream_name", 200);

  private Sql() {}

  /** The condition of the rows of {@code :stream}, and of none whose name is only alike. */
  static String ofStream(Handle handle) {
    return " WHERE stream_name = :stream AND "
        + HandleDialect.of(handle).exactText(STREAM.name())
        + " = :stream";
  }

  /** What stands in ORDER BY for rows that are to come in Java's order of {@code columns}. */
  static String inOrder(Handle handle, ResultTable<?> table, List<String> columns) {
    Dialect dialect = HandleDialect.of(handle);
    return columns.stream()
        .map(
            column ->
                table.columns().get(table.indexOf(column)).type() == ColumnType.TEXT
                    ? dialect.exactText(column)
                    : column)
        .collect(Collectors.joining(", "));
  }

  /** Each of {@code columns} put into {@code form} in place of {@code $}. */
  static String each(Collection<String> columns, String form, String between) {
    return columns.stream()
        .map(column -> form.replace("$", column))
        .collect(Collectors.joining(between));
  }
}
