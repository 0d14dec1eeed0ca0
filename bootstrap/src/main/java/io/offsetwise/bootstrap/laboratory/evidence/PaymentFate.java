package io.offsetwise.bootstrap.laboratory.evidence;

import java.util.OptionalLong;

/**
 * What became of one payment.
 *
 * @param payment the payment
 * @param entries how often it stands in the ledger
 * @param credited how often the balance of its wallet holds it; empty when the balance cannot be
 *     read
 */
public record PaymentFate(SentPayment payment, long entries, OptionalLong credited) {

  /** How often it was applied; empty when ledger and balance contradict each other. */
  public OptionalLong times() {
    return credited.equals(OptionalLong.of(entries)) ? credited : OptionalLong.empty();
  }
}
