package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.application.result.Column;
import io.offsetwise.application.result.ColumnType;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.result.Writing;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes sure that the database tells keys apart that differ in any character: by a collation or a
 * type for which two of them are the same, a result is dropped as one that is there already, and
 * the sums of two keys become one. The database is asked how it compares, in the columns that it
 * has. Runs on the driver, before a stream starts.
 *
 * @param connections of the database
 */
public record TextKeys(JdbcConnections connections) {

  private static final List<String> STREAM = List.of("stream_name");
  private static final List<String> PARTITION = List.of("stream_name", "topic_name");

  /** The tables of the schema part {@code OFFSETS}. */
  private static final Map<String, List<String>> OWN =
      Map.of(
          "stream_owner", STREAM,
          "stream_claim", STREAM,
          "stream_offset", PARTITION,
          "offset_start", PARTITION,
          "offset_history", PARTITION,
          "offset_gap", PARTITION,
          "offset_reset", PARTITION,
          "stream_presence", List.of("stream_name", "driver_id"),
          "dead_letter", List.of("stream_name", "topic_name", "natural_key"));

  public TextKeys {
    Objects.requireNonNull(connections, "connections");
  }

  /**
   * Looks at the tables that every stream has.
   *
   * @throws StoppedException with reason {@code SCHEMA_VERSION}, naming table, column and two texts
   *     that are taken for the same
   */
  public void requireExact() {
    require(OWN);
  }

  /**
   * Looks at these tables as well.
   *
   * @param tables which the database has
   * @throws StoppedException as {@link #requireExact()} does
   */
  public void requireExact(ResultTables<?> tables) {
    Map<String, List<String>> all = new TreeMap<>(OWN);
    tables.all().forEach(table -> all.put(table.name(), textsOf(table)));
    require(all);
  }

  /** What rows are told apart by, or looked for. */
  private static List<String> textsOf(ResultTable<?> table) {
    Set<String> texts = new LinkedHashSet<>(STREAM);
    table.columns().stream()
        .filter(column -> column.type() == ColumnType.TEXT)
        .map(Column::name)
        .filter(name -> table.key().contains(name) || name.equals(Column.TOPIC.name()))
        .forEach(texts::add);
    if (table.writing() instanceof Writing.KeyedOnDemand) {
      texts.add(Writing.KeyedOnDemand.COLUMN);
    }
    return List.copyOf(texts);
  }

  private void require(Map<String, List<String>> texts) {
    List<String> inexact = new ArrayList<>();
    texts.forEach((table, columns) -> inexact.addAll(inexact(table, columns)));
    if (!inexact.isEmpty()) {
      throw StopReason.SCHEMA_VERSION.because(
          """
          the database takes keys for the same that differ: %s. Results and positions of different \
          keys would become one; give these columns a type and a collation that compare every \
          character, as the migrations made them""",
          String.join("; ", inexact));
    }
  }

  private List<String> inexact(String table, List<String> columns) {
    TableInDatabase found = found(table);
    return columns.stream()
        .flatMap(
            column ->
                merged(found, table, column).stream()
                    .map(texts -> texts + " in column " + column + " of table " + table))
        .toList();
  }

  private TableInDatabase found(String table) {
    return connections.inTransaction(
        handle -> {
          try {
            return TableInDatabase.of(handle.getConnection(), table);
          } catch (SQLException failure) {
            throw new UncheckedSqlException(failure);
          }
        });
  }

  /** A type of fixed length adds blanks, or takes them away, before anything is compared. */
  private Optional<String> merged(TableInDatabase found, String table, String column) {
    return Optional.ofNullable(found.columns().get(column))
        .filter(TableInDatabase.ColumnInDatabase::isOfFixedLength)
        .map(padding -> "'a' and 'a '")
        .or(() -> merged(LookAlikes.OF_ASCII, table, column))
        .or(() -> mergedIfHeld(table, column));
  }

  private Optional<String> merged(LookAlikes texts, String table, String column) {
    return connections.inTransaction(handle -> texts.merged(handle, table, column));
  }

  /** A database that cannot hold such texts merges none of them. */
  private Optional<String> mergedIfHeld(String table, String column) {
    try {
      return merged(LookAlikes.OF_UNICODE, table, column);
    } catch (StoppedException refused) {
      if (refused.reason() == StopReason.RESULTS_REFUSED) {
        return Optional.empty();
      }
      throw refused;
    }
  }
}
