package io.offsetwise.bootstrap.sample.wallet.proof;

import io.offsetwise.bootstrap.sample.wallet.DigitCode;
import java.math.BigInteger;
import java.util.OptionalLong;

/**
 * The balance of a wallet that received digit-coded payments.
 *
 * <p>It can be read as long as no payment was applied ten times or more: the tenth one carries into
 * the next digit, and what that one says is no longer true. From the balance alone a carry is seen
 * only where it leaves the wallet's largest amount; whoever knows more must look at more.
 *
 * @param cents the balance
 * @param largest the wallet's largest payment in cents, a power of ten
 */
record DigitCodedBalance(BigInteger cents, long largest) {

  /**
   * How often the payment of this amount was applied: 0 lost, 1 right, 2 or more repeated.
   *
   * @param amount in cents, one that {@link DigitCode} knows
   * @return empty when the balance cannot be made of such payments
   */
  public OptionalLong timesOf(long amount) {
    return isReadable()
        ? OptionalLong.of(DigitCode.of(amount).orElseThrow().timesIn(cents))
        : OptionalLong.empty();
  }

  private boolean isReadable() {
    return cents.signum() >= 0
        && cents.divide(BigInteger.TEN).compareTo(BigInteger.valueOf(largest)) < 0;
  }
}
