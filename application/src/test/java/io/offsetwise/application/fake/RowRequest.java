package io.offsetwise.application.fake;

/** A row that a transaction wants and another one has. Thread-safe. */
public interface RowRequest {

  /** Takes the row if it is free, and says whether the transaction has it now. */
  boolean tryLock();

  /** Whether the row is free. */
  boolean isFree();

  /** The row, in words. */
  @Override
  String toString();
}
