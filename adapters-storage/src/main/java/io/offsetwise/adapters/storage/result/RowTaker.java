package io.offsetwise.adapters.storage.result;

import org.jdbi.v3.core.Handle;

/** Takes the rows of one table, and writes them in a transaction. Not thread-safe. */
interface RowTaker extends AutoCloseable {

  /** Takes a row. */
  void add(Object row);

  /**
   * Writes all rows; called after the last one, and again when that transaction was rolled back.
   *
   * @param handle with an open transaction
   */
  void writeTo(Handle handle);

  @Override
  void close();

  /** For rows that nobody keeps. */
  record None() implements RowTaker {

    @Override
    public void add(Object row) {}

    @Override
    public void writeTo(Handle handle) {}

    @Override
    public void close() {}
  }
}
