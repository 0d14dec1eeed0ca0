package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/**
 * The cells of a run. They share broker, database and topics, and nothing else.
 *
 * @param testbed where they are run
 * @param hits chooses the batch that is hit in each
 */
record CellSeries(Testbed testbed, HitOffsets hits) {

  /**
   * Runs them, as many at a time as this machine has processors.
   *
   * @param done takes the number of cells that have ended, from any thread
   * @return what came of each, in their order
   * @throws InterruptedException when somebody wants the end
   */
  List<ProvedCell> run(List<Cell> cells, LongConsumer done) throws InterruptedException {
    AtomicLong ended = new AtomicLong();
    return SideBySide.onThisMachine(testbed.processes()::close)
        .run(cells.stream().map(cell -> piece(cell, ended, done)).toList());
  }

  private Callable<ProvedCell> piece(Cell cell, AtomicLong ended, LongConsumer done) {
    return () -> {
      testbed.requireGoingOn();
      ProvedCell proved = new CellRun(cell, testbed).run(hits.in(cell));
      done.accept(ended.incrementAndGet());
      return proved;
    };
  }
}
