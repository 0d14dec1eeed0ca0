package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.guarantee.SavePlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * One guarantee.
 *
 * @param guarantee its name
 * @param commits what it commits, in order; by storage where the engine writes the offsets of some
 * @param cells what was tried with it
 */
public record Chapter(String guarantee, String commits, List<CellFigure> cells) {

  static Chapter of(DeliveryGuarantee guarantee, Proof proof) {
    List<ProvedCell> cells =
        proof.cells().stream()
            .filter(cell -> cell.cell().variant().guarantee() == guarantee)
            .toList();
    return new Chapter(
        guarantee.key(), commits(cells), cells.stream().map(CellFigure::of).toList());
  }

  private static String commits(List<ProvedCell> cells) {
    Map<SavePlan, TreeSet<String>> storages = new LinkedHashMap<>();
    for (ProvedCell cell : cells) {
      JobVariant variant = cell.cell().variant();
      storages
          .computeIfAbsent(variant.plan(), plan -> new TreeSet<>())
          .add(variant.storage().key());
    }
    if (storages.size() == 1) {
      return text(storages.keySet().iterator().next());
    }
    return storages.entrySet().stream()
        .map(
            entry ->
                text(entry.getKey()) + " with offsets in " + String.join(", ", entry.getValue()))
        .collect(Collectors.joining("; "));
  }

  private static String text(SavePlan plan) {
    return plan.commits().stream().map(Object::toString).collect(Collectors.joining(", then "));
  }
}
