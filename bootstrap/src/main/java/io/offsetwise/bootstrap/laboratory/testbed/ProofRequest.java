package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.bootstrap.laboratory.cell.CellPlan;
import java.nio.file.Path;
import java.util.Objects;

/**
 * What a run is asked for.
 *
 * @param plan which cells
 * @param seed decides which batches are hit
 * @param records number of payments that each cell's job reads, 1 or more
 * @param folder where the run works
 * @param fate what becomes of its data
 * @param tasks where the jobs' tasks are
 */
public record ProofRequest(
    CellPlan plan, long seed, int records, Path folder, DataFate fate, TaskPlace tasks) {

  public ProofRequest {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(folder, "folder");
    Objects.requireNonNull(fate, "fate");
    Objects.requireNonNull(tasks, "tasks");
  }
}
