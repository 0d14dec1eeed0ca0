package io.offsetwise.adapters.storage.jdbc;

/** Takes rows one after the other and inserts them in batches. Not thread-safe. */
public interface RowInserter extends AutoCloseable {

  /**
   * Takes a row, and may insert those that it has taken.
   *
   * @param values of the columns, in their order; kept, and not to be changed any more
   * @throws UncheckedSqlException when the database refuses a row
   */
  void add(Object[] values);

  /**
   * Inserts what is left; must be called after the last row.
   *
   * @throws UncheckedSqlException when the database refuses a row
   */
  void flush();

  /** Gives back what is held; rows that were not flushed are dropped. */
  @Override
  void close();
}
