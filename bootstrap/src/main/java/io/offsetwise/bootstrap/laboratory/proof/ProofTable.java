package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.explain.Refusals;
import io.offsetwise.bootstrap.laboratory.cell.JobVariant;
import io.offsetwise.bootstrap.laboratory.cell.RefusedVariant;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.table.Table;
import io.offsetwise.domain.text.Text;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A proof as a table for terminals. */
public final class ProofTable {

  private static final List<String> HEADING =
      List.of(
          "GUARANTEE",
          "SCOPE",
          "OFFSETS IN",
          "DATABASE",
          "TOPICS",
          "CRASH AT",
          "SENT",
          "STORED",
          "LOST",
          "REPEATED",
          "PREDICTED",
          "OBSERVED");

  private ProofTable() {}

  /** Heading, one row for each cell, the refusals, and a line about the whole. */
  public static String of(Proof proof) {
    Refusals refusals =
        new Refusals(proof.refused().stream().map(RefusedVariant::because).distinct().toList());
    List<List<String>> rows =
        Stream.concat(
                proof.cells().stream().map(ProofTable::row),
                proof.refused().stream().map(refused -> row(refused, refusals)))
            .toList();
    return Stream.of(Table.of(HEADING, rows).text(), refusals.text(), summary(proof))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static List<String> row(ProvedCell proved) {
    Evidence evidence = proved.evidence();
    Stream<String> seen =
        Stream.of(
            proved.cell().crashAt(),
            Long.toString(evidence.sent()),
            Long.toString(evidence.stored()),
            Long.toString(evidence.lost()),
            Long.toString(evidence.repeated()),
            proved.prediction().key(),
            proved.observed().key() + (proved.isKept() ? "" : " (not as predicted)"));
    return Stream.concat(of(proved.cell().variant()), seen).toList();
  }

  private static List<String> row(RefusedVariant refused, Refusals refusals) {
    Stream<String> reason = Stream.of(CellView.ANYWHERE, refusals.referenceTo(refused.because()));
    return Stream.concat(of(refused.variant()), reason).toList();
  }

  private static Stream<String> of(JobVariant variant) {
    return Stream.of(
        variant.guarantee().key(),
        variant.scope().key(),
        variant.storage().key(),
        variant.database().key(),
        variant.topics().key());
  }

  private static String summary(Proof proof) {
    int run = proof.cells().size();
    return Text.of(
        "%s of %s cells as predicted, %s refused; seed %s",
        run - proof.broken().size(), run, proof.refused().size(), proof.seed());
  }
}
