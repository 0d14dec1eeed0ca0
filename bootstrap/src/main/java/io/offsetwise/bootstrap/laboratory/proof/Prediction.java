package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.evidence.RecordFate;
import io.offsetwise.bootstrap.laboratory.evidence.SentRecord;
import io.offsetwise.domain.guarantee.CrashOutcome;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * What the domain says will be stored in the end.
 *
 * @param outcome of the records that were being saved when the process was halted
 * @param inFlight their ranges; empty when no process was halted
 * @param earlierSaves outcome of records that were saved before the halt and may be read again,
 *     because the engine keeps the offsets; {@code INTACT} where the job keeps them
 */
public record Prediction(
    CrashOutcome outcome, List<OffsetRange> inFlight, CrashOutcome earlierSaves) {

  public Prediction {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(earlierSaves, "earlierSaves");
    inFlight = List.copyOf(inFlight);
  }

  /** The word for people and for JSON, such as {@code lost} or {@code intact-or-repeated}. */
  public String key() {
    return earlierSaves == CrashOutcome.INTACT || earlierSaves == outcome
        ? outcome.key()
        : outcome.key() + "-or-" + earlierSaves.key();
  }

  /** How often a record is applied; all that were not in flight exactly once. */
  public long timesOf(SentRecord record) {
    return isInFlight(record) ? times(outcome) : 1;
  }

  /** Whether what became of a record was predicted. */
  public boolean foresaw(RecordFate fate) {
    return isApplied(fate, timesOf(fate.record()))
        || (mayBeReadAgain(fate.record()) && isApplied(fate, times(earlierSaves)));
  }

  private static boolean isApplied(RecordFate fate, long times) {
    return fate.times().equals(OptionalLong.of(times));
  }

  private static long times(CrashOutcome outcome) {
    return switch (outcome) {
      case INTACT -> 1;
      case LOST -> 0;
      case REPEATED -> 2;
    };
  }

  private boolean isInFlight(SentRecord record) {
    return inFlight.stream()
        .anyMatch(
            range ->
                range.topicPartition().equals(record.topicPartition())
                    && range.contains(record.offset()));
  }

  /** All partitions are read at one pace: what lies beyond the halted batch was not read yet. */
  private boolean mayBeReadAgain(SentRecord record) {
    return !isInFlight(record)
        && inFlight.stream().anyMatch(range -> record.offset() < range.until());
  }
}
