package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.proof.Proof;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One guarantee.
 *
 * @param guarantee its name
 * @param commits what it commits, in order
 * @param cells what was tried with it
 */
public record Chapter(String guarantee, String commits, List<CellFigure> cells) {

  static Chapter of(DeliveryGuarantee guarantee, Proof proof) {
    return new Chapter(
        guarantee.key(),
        guarantee.plan().commits().stream()
            .map(Object::toString)
            .collect(Collectors.joining(", then ")),
        proof.cells().stream()
            .filter(cell -> cell.cell().variant().guarantee() == guarantee)
            .map(CellFigure::of)
            .toList());
  }
}
