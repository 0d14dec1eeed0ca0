package io.offsetwise.bootstrap.laboratory.proof;

import java.util.List;
import java.util.stream.Stream;

/**
 * The JSON form of a proof.
 *
 * @param valid whether the run proves anything
 * @param seed decided which batches were hit
 * @param cells those that were run, then those that are refused
 */
public record ProofView(boolean valid, long seed, List<CellView> cells) {

  /** The JSON form of {@code proof}. */
  public static ProofView of(Proof proof) {
    return new ProofView(
        proof.objections().isEmpty(),
        proof.seed(),
        Stream.concat(
                proof.cells().stream().map(CellView::of),
                proof.refused().stream().map(CellView::of))
            .toList());
  }
}
