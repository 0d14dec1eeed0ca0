package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.evidence.RecordFate;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is wrong with a proof, for people. */
public final class Complaints {

  private static final int MOST_EXAMPLES = 3;

  private Complaints() {}

  /** A sentence for each broken promise and for each reason why the run is invalid. */
  public static List<String> about(Proof proof) {
    return Stream.concat(
            proof.broken().stream().map(Complaints::brokenPromise),
            proof.objections().stream().map(objection -> "the run is invalid: " + objection))
        .toList();
  }

  private static String brokenPromise(ProvedCell cell) {
    return "not as predicted: "
        + cell.cell()
        + ": predicted "
        + predicted(cell.prediction())
        + ", observed "
        + cell.observed().key()
        + examples(cell)
        + ends(cell);
  }

  private static String predicted(Prediction prediction) {
    return prediction.inFlight().isEmpty()
        ? prediction.key()
        : prediction.key()
            + " of "
            + prediction.inFlight().stream()
                .map(OffsetRange::toString)
                .collect(Collectors.joining(", "));
  }

  private static String examples(ProvedCell cell) {
    List<RecordFate> unforeseen = cell.unforeseen();
    if (unforeseen.isEmpty()) {
      return "";
    }
    return unforeseen.stream()
        .limit(MOST_EXAMPLES)
        .map(
            fate ->
                fate.record().place()
                    + " "
                    + fate.entries()
                    + " times in the ledger, "
                    + (fate.credited().isPresent()
                        ? fate.credited().getAsLong() + " times in the balance"
                        : "the balance cannot be read"))
        .collect(
            Collectors.joining(
                "; ", "; " + unforeseen.size() + " records otherwise, such as ", ""));
  }

  private static String ends(ProvedCell cell) {
    return cell.runs().stream()
        .filter(run -> !run.wentAsPlanned())
        .map(run -> "; a process " + run.end())
        .collect(Collectors.joining());
  }
}
