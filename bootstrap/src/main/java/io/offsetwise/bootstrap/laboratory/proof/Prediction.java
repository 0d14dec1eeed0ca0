package io.offsetwise.bootstrap.laboratory.proof;

import io.offsetwise.bootstrap.laboratory.evidence.PaymentFate;
import io.offsetwise.bootstrap.laboratory.evidence.SentPayment;
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

  /** How often a payment is applied; all that were not in flight exactly once. */
  public long timesOf(SentPayment payment) {
    return isInFlight(payment) ? times(outcome) : 1;
  }

  /** Whether what became of a payment was predicted. */
  public boolean foresaw(PaymentFate fate) {
    return isApplied(fate, timesOf(fate.payment()))
        || (mayBeReadAgain(fate.payment()) && isApplied(fate, times(earlierSaves)));
  }

  private static boolean isApplied(PaymentFate fate, long times) {
    return fate.times().equals(OptionalLong.of(times));
  }

  private static long times(CrashOutcome outcome) {
    return switch (outcome) {
      case INTACT -> 1;
      case LOST -> 0;
      case REPEATED -> 2;
    };
  }

  private boolean isInFlight(SentPayment payment) {
    return inFlight.stream()
        .anyMatch(
            range ->
                range.topicPartition().equals(payment.topicPartition())
                    && range.contains(payment.offset()));
  }

  /** All partitions are read at one pace: what lies beyond the halted batch was not read yet. */
  private boolean mayBeReadAgain(SentPayment payment) {
    return !isInFlight(payment)
        && inFlight.stream().anyMatch(range -> payment.offset() < range.until());
  }
}
