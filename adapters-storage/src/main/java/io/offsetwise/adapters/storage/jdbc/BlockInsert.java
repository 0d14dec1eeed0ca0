package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import io.offsetwise.application.result.Column;
import io.offsetwise.domain.text.Text;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A statement that inserts a block of rows: a column in which all of them have the same value comes
 * as that value, any other one as an array.
 *
 * @param target the columns
 * @param shared places of the columns that come as one value
 * @param textType what the database calls the elements of an array of texts
 */
public record BlockInsert(InsertInto target, Set<Integer> shared, String textType) {

  public BlockInsert {
    shared = Set.copyOf(shared);
  }

  /**
   * The one for these rows.
   *
   * @param rows values of the columns, at least one row
   */
  public static BlockInsert of(InsertInto target, List<Object[]> rows, String textType) {
    // The last column is an array in any case: it tells how many rows there are.
    Set<Integer> shared =
        IntStream.range(0, target.columns().size() - 1)
            .filter(column -> isShared(rows, column))
            .boxed()
            .collect(Collectors.toSet());
    return new BlockInsert(target, shared, textType);
  }

  private static boolean isShared(List<Object[]> rows, int column) {
    Object first = rows.get(0)[column];
    return rows.stream().allMatch(row -> Objects.equals(row[column], first));
  }

  /** The SQL, with a parameter for each column: the shared ones first. */
  public String sql() {
    return Text.of(
        "INSERT INTO %s (%s) SELECT %s FROM unnest(%s) AS block (%s)",
        target.table(),
        target.names(),
        each(columns(), column -> shared.contains(column) ? parameter(column, "") : "c" + column),
        each(arrays(), column -> parameter(column, " ARRAY")),
        each(arrays(), column -> "c" + column));
  }

  /**
   * Sets the parameters.
   *
   * @param rows for which this was made
   */
  public void bind(PreparedStatement statement, List<Object[]> rows) throws SQLException {
    int parameter = 1;
    for (int column : columns().filter(shared::contains).toArray()) {
      Object value = rows.get(0)[column];
      ParameterValues.set(statement, parameter++, column(column).type(), value);
    }
    for (int column : arrays().toArray()) {
      Object[] values = rows.stream().map(row -> row[column]).toArray();
      ParameterValues.setArray(statement, parameter++, column(column).type(), values, textType);
    }
  }

  private String parameter(int column, String array) {
    return "CAST(? AS " + ParameterValues.typeName(column(column).type(), textType) + array + ")";
  }

  private Column column(int place) {
    return target.columns().get(place);
  }

  private IntStream columns() {
    return IntStream.range(0, target.columns().size());
  }

  private IntStream arrays() {
    return columns().filter(column -> !shared.contains(column));
  }

  private static String each(IntStream columns, IntFunction<String> form) {
    return columns.mapToObj(form).collect(Collectors.joining(", "));
  }
}
