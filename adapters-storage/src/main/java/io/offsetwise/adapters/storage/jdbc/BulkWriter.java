package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.result.Column;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Writes many rows inside an open transaction, as fast as one kind of database lets it, and never
 * holds more of them than a batch. Stateless.
 */
public interface BulkWriter {

  /** Inserts rows. */
  RowInserter inserter(Handle handle, InsertInto target);

  /**
   * Inserts rows and passes over those whose unique key is there already; whoever inserts the same
   * key in an open transaction is waited for.
   */
  RowInserter missingInserter(Handle handle, InsertInto target);

  /** Takes rows for {@link #inserter}, without a connection. */
  default HeldInserts held(InsertInto target) {
    return new EncodedInserts(target.columns(), handle -> inserter(handle, target));
  }

  /** Takes rows for {@link #missingInserter}, without a connection. */
  default HeldInserts heldMissing(InsertInto target) {
    return new EncodedInserts(target.columns(), handle -> missingInserter(handle, target));
  }

  /**
   * Adds to stored sums; a sum that is missing begins at zero. Rows are locked in their order here,
   * so that two writers with sorted rows wait for each other and never in a circle.
   *
   * @param target the columns of the key and then those that are added to
   * @param key how many of the columns are the key, at least 1
   * @param rows values of the columns, sorted by key, each key once
   */
  void addSums(Handle handle, InsertInto target, int key, List<Object[]> rows);

  /**
   * Columns of a table in the order in which their values come.
   *
   * @param table its name, which was looked at when it was declared
   * @param columns at least one
   */
  record InsertInto(String table, List<Column> columns) {

    public InsertInto {
      columns = List.copyOf(columns);
    }

    /** The names of the columns, with commas between. */
    public String names() {
      return String.join(", ", columns.stream().map(Column::name).toList());
    }

    /** The names of some columns. */
    public List<String> names(int from, int until) {
      return columns.subList(from, until).stream().map(Column::name).toList();
    }
  }
}
