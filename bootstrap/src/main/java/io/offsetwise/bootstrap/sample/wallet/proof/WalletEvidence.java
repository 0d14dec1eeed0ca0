package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.bootstrap.laboratory.evidence.RecordFate;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * What became of the payments of one wallet.
 *
 * @param payments all that were sent to it
 * @param stored what the database holds
 * @param balance of the wallet, in cents
 */
record WalletEvidence(List<SentPayment> payments, StoredPayments stored, BigInteger balance) {

  /** From here on digits of a balance cannot tell. */
  private static final long CARRY = 10;

  /** The fates, in the order of the payments. */
  Stream<RecordFate> fates() {
    return payments.stream()
        .map(sent -> new RecordFate(sent.record(), entriesOf(sent), credited(sent.payment())));
  }

  /** How far the balance is from what was sent, in cents. */
  BigInteger balanceError() {
    return balance.subtract(sum(sent -> 1)).abs();
  }

  /**
   * After a carry the digits are false, so that the balance is only held against the ledger as a
   * whole.
   */
  private OptionalLong credited(Payment payment) {
    if (payments.stream().noneMatch(sent -> entriesOf(sent) >= CARRY)) {
      return new DigitCodedBalance(balance, largest()).timesOf(payment.cents());
    }
    return sum(this::entriesOf).equals(balance)
        ? OptionalLong.of(stored.entriesOf(payment.id()))
        : OptionalLong.empty();
  }

  private BigInteger sum(ToLongFunction<SentPayment> times) {
    return payments.stream()
        .map(
            sent ->
                BigInteger.valueOf(sent.payment().cents())
                    .multiply(BigInteger.valueOf(times.applyAsLong(sent))))
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  private long largest() {
    return payments.stream().mapToLong(sent -> sent.payment().cents()).max().orElseThrow();
  }

  private long entriesOf(SentPayment sent) {
    return stored.entriesOf(sent.payment().id());
  }
}
