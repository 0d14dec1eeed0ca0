package io.offsetwise.bootstrap.sample.wallet;

import java.math.BigInteger;
import java.util.Optional;

/**
 * Digit-coded money: a wallet receives at most {@value #DIGITS} payments of 1, 10, 100, ... cents,
 * each amount once. Then each decimal digit of its balance says how often that payment was applied:
 * 0 is lost, 1 is right, 2 to 9 are repeated. A tenth time would carry into the next digit.
 *
 * @param digit which payment, 0 for 1 cent
 */
public record DigitCode(int digit) {

  /** How many payments can be told apart. */
  public static final int DIGITS = 15;

  private static final int BASE = 10;

  public DigitCode {
    if (digit < 0 || digit >= DIGITS) {
      throw new IllegalArgumentException(
          "digit " + digit + " is not one of the " + DIGITS + " that can be told apart");
    }
  }

  /**
   * The digit that a payment of {@code cents} stands for; empty when the amount stands for none.
   */
  public static Optional<DigitCode> of(long cents) {
    long power = 1;
    for (int digit = 0; digit < DIGITS; digit++) {
      if (power == cents) {
        return Optional.of(new DigitCode(digit));
      }
      power *= BASE;
    }
    return Optional.empty();
  }

  /** The amount of the payment, in cents. */
  public long cents() {
    long power = 1;
    for (int factor = 0; factor < digit; factor++) {
      power *= BASE;
    }
    return power;
  }

  /**
   * How often the payment was applied.
   *
   * @param balance of the wallet, in cents, 0 or more
   * @return 0 to 9
   */
  public int timesIn(BigInteger balance) {
    return balance.divide(BigInteger.valueOf(cents())).mod(BigInteger.valueOf(BASE)).intValue();
  }
}
