package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.bootstrap.laboratory.halt.HaltingPoints;
import io.offsetwise.bootstrap.laboratory.process.StartedProcess;
import io.offsetwise.bootstrap.laboratory.proof.JobEnd;
import io.offsetwise.bootstrap.laboratory.proof.JobRun;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import io.offsetwise.domain.offset.Positions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one cell: its job until the halt, the program until it has caught up, then the count. */
final class CellRun {

  private static final Duration LONGEST_RUN = Duration.ofMinutes(2);

  private final Cell cell;
  private final Testbed testbed;
  private final Path folder;

  CellRun(Cell cell, Testbed testbed) {
    this.cell = cell;
    this.testbed = testbed;
    this.folder = testbed.folder().of(cell.stream());
  }

  /**
   * Runs it.
   *
   * @param offset chooses the batch that is hit
   */
  ProvedCell run(long offset) throws InterruptedException {
    List<JobRun> runs = new ArrayList<>();
    if (cell.crash().isPresent()) {
      runs.add(halt(cell.crash().get(), offset));
    }
    runs.add(run(JobEnd.CATCH_UP, testbed.commands().catchingUp(cell.settings(), folder)));
    return new ProvedCell(cell, runs, testbed.evidence(cell));
  }

  private JobRun halt(Crash crash, long offset) throws InterruptedException {
    Path marker = folder.resolve("halted.json");
    HaltingPoints points = new HaltingPoints(marker.toString(), crash, offset);
    JobEnd end = testbed.commands().tasks().endBy(crash);
    return run(end, testbed.commands().halting(cell, folder, points)).with(Halt.readFrom(marker));
  }

  private JobRun run(JobEnd planned, List<String> command) throws InterruptedException {
    Positions before = testbed.positions(cell);
    Instant startedAt = Instant.now();
    StartedProcess process =
        testbed.processes().start(command, folder, folder.resolve(planned.key() + ".txt"));
    int exitCode = process.end(LONGEST_RUN);
    testbed.requireGoingOn();
    return new JobRun(
        planned,
        startedAt,
        Duration.between(startedAt, Instant.now()),
        exitCode,
        process.lastWords(),
        before,
        testbed.positions(cell),
        Optional.empty());
  }
}
