package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.process.Processes;

/**
 * What all cells of a run have in common.
 *
 * @param folder their files
 * @param commands the command lines of their jobs
 * @param processes starts them
 * @param database holds what they store
 * @param stop somebody's wish to end
 */
record Testbed(
    ProofFolder folder,
    JobCommands commands,
    Processes processes,
    JdbcConnections database,
    StopRequest stop) {

  /** What the database holds of one cell. */
  StreamView view(Cell cell) {
    return new StreamView(database, cell);
  }

  /**
   * Looks whether somebody wants the end: what was seen since then proves nothing.
   *
   * @throws InterruptedException when that is so
   */
  void requireGoingOn() throws InterruptedException {
    if (stop.isRequested()) {
      throw new InterruptedException("the laboratory was told to stop");
    }
  }
}
