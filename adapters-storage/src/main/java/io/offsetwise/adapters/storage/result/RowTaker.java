package io.offsetwise.adapters.storage.result;

/** Takes the rows of one table inside an open transaction. Not thread-safe. */
interface RowTaker extends AutoCloseable {

  /** Takes a row, and may write it. */
  void add(Object row);

  /** Writes what is left; called once, after the last row. */
  void flush();

  @Override
  void close();

  /** For rows that nobody keeps. */
  record None() implements RowTaker {

    @Override
    public void add(Object row) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
