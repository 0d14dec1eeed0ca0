package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.cell.RefusedVariant;
import java.util.List;

/**
 * All that came of a run of the laboratory.
 *
 * @param seed decided which batches were hit; the same seed hits them again
 * @param cells those that were run, in their order
 * @param refused those that cannot be run
 */
public record Proof(long seed, List<ProvedCell> cells, List<RefusedVariant> refused) {

  public Proof {
    cells = List.copyOf(cells);
    refused = List.copyOf(refused);
  }

  /** Why the run proves nothing, one sentence each; empty when it is valid. */
  public List<String> objections() {
    return new Validity(cells).objections();
  }

  /** The cells in which something else happened than was predicted. */
  public List<ProvedCell> broken() {
    return cells.stream().filter(cell -> !cell.isKept()).toList();
  }

  /** Whether the run is valid and every promise was kept. */
  public boolean isGood() {
    return objections().isEmpty() && broken().isEmpty();
  }
}
