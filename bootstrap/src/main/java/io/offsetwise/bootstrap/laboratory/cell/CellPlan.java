package io.offsetwise.bootstrap.laboratory.cell;

import java.util.List;

/**
 * What a run of the laboratory is about.
 *
 * @param cells to be run, in this order
 * @param refused what was asked for and cannot be run
 */
public record CellPlan(List<Cell> cells, List<RefusedVariant> refused) {

  public CellPlan {
    cells = List.copyOf(cells);
    refused = List.copyOf(refused);
  }

  /** Whether nothing matched what was asked for. */
  public boolean isEmpty() {
    return cells.isEmpty() && refused.isEmpty();
  }
}
