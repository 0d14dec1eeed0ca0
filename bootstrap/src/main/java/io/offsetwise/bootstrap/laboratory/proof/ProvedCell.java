package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.evidence.Evidence;
import io.offsetwise.bootstrap.laboratory.evidence.RecordFate;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cell that was run.
 *
 * @param cell the experiment
 * @param runs the processes of its job, in their order, at least one
 * @param evidence what became of everything that was sent
 */
public record ProvedCell(Cell cell, List<JobRun> runs, Evidence evidence) {

  public ProvedCell {
    Objects.requireNonNull(cell, "cell");
    Objects.requireNonNull(evidence, "evidence");
    runs = List.copyOf(runs);
  }

  /** What the domain says, given what was in flight. */
  public Prediction prediction() {
    List<OffsetRange> inFlight =
        runs.stream()
            .flatMap(run -> run.halt().stream())
            .map(Halt::inFlight)
            .findFirst()
            .orElse(List.of());
    return new Prediction(outcome(), inFlight, cell.variant().plan().outcomeOfEarlierSaves());
  }

  /** A task whose executor is gone is run again, where a driver that is gone is started again. */
  private CrashOutcome outcome() {
    return runs.stream().anyMatch(run -> run.planned() == JobEnd.EXECUTOR_HALT)
        ? cell.predictedOfRetry()
        : cell.predicted();
  }

  /** What was seen. */
  public Observed observed() {
    return Observed.of(runs, evidence);
  }

  /** Whether every process ended as planned and every record shows as often as was predicted. */
  public boolean isKept() {
    return runs.stream().allMatch(JobRun::wentAsPlanned)
        && evidence.isConsistent()
        && unforeseen().isEmpty();
  }

  /** The payments that are not stored as often as was predicted. */
  public List<RecordFate> unforeseen() {
    Prediction prediction = prediction();
    return evidence.fates().stream().filter(fate -> !prediction.foresaw(fate)).toList();
  }

  /** The process that was to be halted and was not, if that is so. */
  public Optional<JobRun> missedHalt() {
    return runs.stream()
        .filter(run -> run.planned() != JobEnd.CATCH_UP && !run.wentAsPlanned())
        .findFirst();
  }
}
