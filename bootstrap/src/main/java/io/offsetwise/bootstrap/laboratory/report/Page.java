package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.cell.RefusedVariant;
import io.offsetwise.bootstrap.laboratory.proof.Proof;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * All that is on the page.
 *
 * @param verdict what came of it, in a sentence
 * @param verdictKind one of {@code good}, {@code broken} and {@code invalid}
 * @param objections why it proves nothing; empty when it does
 * @param facts when, where and with what
 * @param chapters one for each guarantee that was tried
 * @param refusals what cannot be run, by reason
 */
public record Page(
    String verdict,
    String verdictKind,
    List<String> objections,
    List<String> facts,
    List<Chapter> chapters,
    List<Refusal> refusals) {

  static Page of(Proof proof, Surroundings surroundings) {
    return new Page(
        verdict(proof),
        verdictKind(proof),
        proof.objections(),
        facts(proof, surroundings),
        Arrays.stream(DeliveryGuarantee.values())
            .map(guarantee -> Chapter.of(guarantee, proof))
            .filter(chapter -> !chapter.cells().isEmpty())
            .toList(),
        proof.refused().stream()
            .map(RefusedVariant::because)
            .distinct()
            .map(because -> Refusal.of(because, proof.refused()))
            .toList());
  }

  private static String verdict(Proof proof) {
    if (!proof.objections().isEmpty()) {
      return "This run proves nothing";
    }
    return proof.broken().isEmpty() ? "Every promise was kept" : "A promise was broken";
  }

  private static String verdictKind(Proof proof) {
    if (!proof.objections().isEmpty()) {
      return "invalid";
    }
    return proof.broken().isEmpty() ? "good" : "broken";
  }

  private static List<String> facts(Proof proof, Surroundings surroundings) {
    int run = proof.cells().size();
    long halted = proof.cells().stream().filter(cell -> cell.cell().crash().isPresent()).count();
    return List.of(
        Words.count(run, "experiment") + ", " + (run - proof.broken().size()) + " as predicted",
        Words.count(halted, "process") + " halted",
        Words.grouped(proof.cells().stream().mapToLong(Page::sent).max().orElse(0))
            + " records in Kafka's log",
        "seed " + proof.seed(),
        surroundings.startedAt().truncatedTo(ChronoUnit.SECONDS)
            + ", "
            + Words.seconds(surroundings.took()),
        String.join(", ", surroundings.versions()));
  }

  private static long sent(ProvedCell cell) {
    return cell.evidence().sent();
  }
}
