package io.offsetwise.bootstrap.explain;

import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The requirements of several combinations, each of them once, with the guarantees it is for. */
final class RequirementsTable {

  private static final int WIDEST_SETTING = 60; // keeps the table below 150 characters
  private static final int WIDEST_REASON = 58;

  private RequirementsTable() {}

  /** The table; empty when nothing is required, because all is refused. */
  static String of(List<Explanation> explanations) {
    Map<Requirement, Set<String>> guarantees = new LinkedHashMap<>();
    explanations.forEach(
        explanation ->
            explanation
                .requirements()
                .forEach(
                    requirement ->
                        guarantees
                            .computeIfAbsent(requirement, first -> new LinkedHashSet<>())
                            .add(explanation.guarantee())));
    if (guarantees.isEmpty()) {
      return "";
    }
    List<List<String>> rows =
        guarantees.entrySet().stream().map(entry -> row(entry.getValue(), entry.getKey())).toList();
    return Table.of(List.of("REQUIRED BY", "SET BY THE JOB, OTHERWISE REFUSED", "BECAUSE"), rows)
        .text();
  }

  private static List<String> row(Set<String> guarantees, Requirement requirement) {
    String setting = requirement.text();
    return List.of(
        guarantees.size() == DeliveryGuarantee.values().length
            ? "every guarantee"
            : String.join("\n", guarantees),
        setting.length() > WIDEST_SETTING ? setting.replace(" = ", " =\n  ") : setting,
        WrappedText.inLinesOf(WIDEST_REASON, requirement.because()));
  }
}
