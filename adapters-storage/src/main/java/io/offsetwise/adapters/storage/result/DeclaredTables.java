package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.result.Writing;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Holds what a job has declared against the tables that its migrations have made: a column that is
 * shorter than declared would stop the stream at some record, and a key that is missing would let
 * through what it is to keep out. Runs on the driver, before a stream starts.
 *
 * @param connections of the database
 */
public record DeclaredTables(JdbcConnections connections) {

  public DeclaredTables {
    Objects.requireNonNull(connections, "connections");
  }

  /**
   * Makes sure that the database has the tables as they were declared.
   *
   * @throws StoppedException with reason {@code SCHEMA_VERSION}, naming each difference
   */
  public void require(ResultTables<?> tables) {
    List<String> differences =
        connections.inTransaction(
            handle -> tables.all().flatMap(table -> differences(handle, table)).toList());
    if (!differences.isEmpty()) {
      throw StopReason.SCHEMA_VERSION.because(
          """
          the database has not the tables that the job declares: %s. They were probably changed by \
          hand, or the declaration was without a migration; restore them, correct the declaration, \
          or add a migration""",
          String.join("; ", differences));
    }
  }

  private static Stream<String> differences(Handle handle, ResultTable<?> table) {
    try {
      TableInDatabase found = TableInDatabase.of(handle.getConnection(), table.name());
      return found.columns().isEmpty()
          ? Stream.of("there is no table " + table.name())
          : Stream.concat(ofColumns(table, found), ofKey(table, found))
              .map(difference -> "table " + table.name() + " " + difference);
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  private static Stream<String> ofColumns(ResultTable<?> table, TableInDatabase found) {
    List<Column> columns = columns(table);
    Set<String> names = columns.stream().map(Column::name).collect(Collectors.toSet());
    Stream<String> unfit =
        columns.stream()
            .filter(column -> isUnfit(column, found.columns().get(column.name())))
            .map(column -> "has no column " + words(column));
    Stream<String> unknown =
        found.columns().entrySet().stream()
            .filter(column -> column.getValue().needsValue() && !names.contains(column.getKey()))
            .map(
                column -> "needs a value in column " + column.getKey() + ", which is not declared");
    return Stream.concat(unfit, unknown);
  }

  private static boolean isUnfit(Column declared, TableInDatabase.ColumnInDatabase found) {
    return found == null || !found.holds(declared);
  }

  private static Stream<String> ofKey(ResultTable<?> table, TableInDatabase found) {
    List<String> key = keyOf(table);
    Set<String> wanted = new LinkedHashSet<>(List.of(Sql.STREAM.name()));
    wanted.addAll(key);
    return key.isEmpty() || found.uniqueKeys().contains(wanted)
        ? Stream.empty()
        : Stream.of("has no primary key and no unique constraint of exactly " + wanted);
  }

  private static List<Column> columns(ResultTable<?> table) {
    List<Column> columns = new ArrayList<>();
    columns.add(Sql.STREAM);
    columns.addAll(table.columns());
    if (table.writing() instanceof Writing.KeyedOnDemand keyed) {
      int length = table.columns().get(table.indexOf(keyed.of())).length();
      columns.add(Column.text(Writing.KeyedOnDemand.COLUMN, length));
    }
    return columns;
  }

  private static List<String> keyOf(ResultTable<?> table) {
    return table.writing() instanceof Writing.KeyedOnDemand
        ? List.of(Writing.KeyedOnDemand.COLUMN)
        : table.key();
  }

  private static String words(Column column) {
    String length = column.length() > 0 ? "(" + column.length() + ")" : "";
    return column.name() + " " + column.type() + length;
  }
}
