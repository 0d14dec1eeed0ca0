package io.offsetwise.application.fake;

import io.offsetwise.application.save.CommitDecision;

/**
 * When the statements of a database in memory run, and how they wait for each other's rows. All
 * methods are called in the thread that sends the statement, without any lock held.
 */
public interface StatementScheduler {

  /** Returns when {@code statement} may run; what this throws rolls its transaction back. */
  void beforeStatement(FakeStatement statement);

  /**
   * Returns when the transaction has the row.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when it
   *     cannot get the row
   */
  void awaitRow(RowRequest request);

  /** A transaction has ended so: its writes are visible or forgotten, its rows are free. */
  void afterEnd(CommitDecision end);
}
