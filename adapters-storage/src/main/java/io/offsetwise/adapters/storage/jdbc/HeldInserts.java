package io.offsetwise.adapters.storage.jdbc;

import org.jdbi.v3.core.Handle;

/** Rows that are to be inserted into one table; not thread-safe. */
public interface HeldInserts extends AutoCloseable {

  /**
   * Takes a row.
   *
   * @param values of the columns, in their order; kept, and not to be changed any more
   * @throws UncheckedSqlException when a value is none that the database holds
   */
  void add(Object[] values);

  /**
   * Inserts all rows. May be called again, on the handle of another transaction, when the first one
   * was rolled back.
   *
   * @param handle with an open transaction
   * @throws UncheckedSqlException when the database refuses a row
   */
  void insert(Handle handle);

  /** Drops the rows. */
  @Override
  void close();
}
