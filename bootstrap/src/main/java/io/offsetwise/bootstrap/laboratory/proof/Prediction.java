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
 */
public record Prediction(CrashOutcome outcome, List<OffsetRange> inFlight) {

  public Prediction {
    Objects.requireNonNull(outcome, "outcome");
    inFlight = List.copyOf(inFlight);
  }

  /** How often a payment is applied; all that were not in flight exactly once. */
  public long timesOf(SentPayment payment) {
    if (!isInFlight(payment)) {
      return 1;
    }
    return switch (outcome) {
      case INTACT -> 1;
      case LOST -> 0;
      case REPEATED -> 2;
    };
  }

  /** Whether what became of a payment was predicted. */
  public boolean foresaw(PaymentFate fate) {
    return fate.times().equals(OptionalLong.of(timesOf(fate.payment())));
  }

  private boolean isInFlight(SentPayment payment) {
    return inFlight.stream()
        .anyMatch(
            range ->
                range.topicPartition().equals(payment.topicPartition())
                    && range.contains(payment.offset()));
  }
}
