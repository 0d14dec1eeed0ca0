package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whether a run proves anything: an instrument that has never shown a loss or a repeat where one
 * must come is not trusted when it shows none elsewhere.
 *
 * @param cells those that were run
 */
record Validity(List<ProvedCell> cells) {

  /** Why it proves nothing, one sentence each; empty when it does prove something. */
  List<String> objections() {
    List<String> objections = new ArrayList<>();
    if (cells.isEmpty()) {
      objections.add("no cell was run: everything that was asked for is refused");
    }
    cells.stream().flatMap(cell -> missedHalt(cell).stream()).forEach(objections::add);
    neverSeen(DeliveryGuarantee.AT_MOST_ONCE, "lost", cell -> cell.evidence().lost() > 0)
        .ifPresent(objections::add);
    neverSeen(DeliveryGuarantee.AT_LEAST_ONCE, "repeated", cell -> cell.evidence().repeated() > 0)
        .ifPresent(objections::add);
    return objections;
  }

  private static Optional<String> missedHalt(ProvedCell cell) {
    return cell.missedHalt()
        .map(
            run ->
                Text.of(
                    "the halt planned in cell '%s' was not hit: its process %s",
                    cell.cell(), run.end()));
  }

  private Optional<String> neverSeen(
      DeliveryGuarantee guarantee, String harm, Predicate<ProvedCell> seen) {
    List<ProvedCell> halfDone =
        cells.stream()
            .filter(cell -> cell.cell().variant().guarantee() == guarantee)
            .filter(cell -> cell.cell().isCanonical())
            .toList();
    if (halfDone.isEmpty() || halfDone.stream().anyMatch(seen)) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            "%s has %s nothing although it was halted in mid-save: the halts or the counting are"
                + " probably broken",
            guarantee.key(), harm));
  }
}
