package io.offsetwise.bootstrap.laboratory.report;

import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.proof.ProvedCell;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.text.Text;
import java.util.ArrayList;
import java.util.List;

/**
 * One experiment: a bar, and how it went.
 *
 * @param setting scope, storage, database and kind of topics
 * @param crashAt name of the crash
 * @param bar lost, exact and repeated records
 * @param counts the same in words
 * @param predicted what the domain says, in a sentence
 * @param observed what was seen, in words
 * @param kept {@code as predicted} or {@code not as predicted}
 * @param offenders the first places that were not as predicted; mostly empty
 * @param runs the processes
 * @param lanes the partitions
 */
public record CellFigure(
    String setting,
    String crashAt,
    List<Segment> bar,
    String counts,
    String predicted,
    String observed,
    String kept,
    List<String> offenders,
    List<RunFigure> runs,
    List<Lane> lanes) {

  private static final int MOST_OFFENDERS = 5;

  static CellFigure of(ProvedCell proved) {
    Evidence evidence = proved.evidence();
    return new CellFigure(
        Text.of(
            "per %s, offsets in %s, results in %s, %s topics",
            proved.cell().variant().scope().key(),
            proved.cell().variant().storage().key(),
            proved.cell().variant().database().key(),
            proved.cell().variant().topics().key()),
        proved.cell().crashAt(),
        bar(evidence),
        counts(evidence),
        predicted(proved),
        proved.observed().key(),
        proved.isKept() ? "as predicted" : "not as predicted",
        proved.unforeseen().stream()
            .limit(MOST_OFFENDERS)
            .map(fate -> fate.record().place())
            .toList(),
        proved.runs().stream().map(RunFigure::of).toList(),
        Lane.of(proved));
  }

  private static List<Segment> bar(Evidence evidence) {
    List<Segment> bar = new ArrayList<>();
    for (Segment.Kind kind : Segment.Kind.values()) {
      long count = kind.in(evidence);
      if (count > 0) {
        bar.add(new Segment(kind.word(), count));
      }
    }
    return bar;
  }

  private static String counts(Evidence evidence) {
    return Text.of(
        "%s sent, %s stored, %s lost, %s repeated",
        Words.grouped(evidence.sent()),
        Words.grouped(evidence.stored()),
        Words.grouped(evidence.lost()),
        Words.grouped(evidence.repeated()));
  }

  private static String predicted(ProvedCell proved) {
    CrashOutcome outcome = proved.prediction().outcome();
    String others =
        proved.prediction().earlierSaves() == CrashOutcome.INTACT
            ? ", all others intact"
            : ", what was read before them intact or "
                + proved.prediction().earlierSaves().key()
                + ", all others intact";
    long inFlight = proved.prediction().inFlight().stream().mapToLong(OffsetRange::length).sum();
    return proved
        .cell()
        .crash()
        .map(
            crash ->
                crash.point().meaning()
                    + ": the "
                    + Words.count(inFlight, "record")
                    + " in flight "
                    + (outcome == CrashOutcome.INTACT ? "stay " : "are ")
                    + outcome.key()
                    + others)
        .orElse("no crash: all intact");
  }
}
