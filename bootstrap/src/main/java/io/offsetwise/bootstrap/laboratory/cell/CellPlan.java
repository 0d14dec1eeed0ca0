package io.offsetwise.bootstrap.laboratory.cell;

import java.util.List;
import java.util.stream.Stream;

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

  /** This plan, and then the other one. */
  public CellPlan plus(CellPlan other) {
    return new CellPlan(
        Stream.concat(cells.stream(), other.cells.stream()).toList(),
        Stream.concat(refused.stream(), other.refused.stream()).toList());
  }

  /** Whether nothing matched what was asked for. */
  public boolean isEmpty() {
    return cells.isEmpty() && refused.isEmpty();
  }
}
