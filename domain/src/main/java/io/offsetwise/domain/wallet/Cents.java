package io.offsetwise.domain.wallet;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A sum of amounts in cents that no number of payments overflows: 128 bits, two's complement.
 * Adding costs two additions and one small object, as a boxed {@code long} would.
 *
 * @param high the upper 64 bits, with the sign
 * @param low the lower 64 bits, unsigned
 */
public record Cents(long high, long low) implements Serializable {

  /** Nothing. */
  public static final Cents ZERO = new Cents(0, 0);

  private static final int SIGN_ONLY = Long.SIZE - 1;
  private static final int HALF = Long.SIZE / 2;
  private static final long LOWER_HALF = 0xFFFF_FFFFL;

  /** One amount. */
  public static Cents of(long amount) {
    return new Cents(amount >> SIGN_ONLY, amount);
  }

  /** This and one amount more. */
  public Cents plus(long amount) {
    return plus(amount >> SIGN_ONLY, amount);
  }

  /** Both together. */
  public Cents plus(Cents other) {
    return plus(other.high, other.low);
  }

  private Cents plus(long otherHigh, long otherLow) {
    long sum = low + otherLow;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new Cents(high + otherHigh + carry, sum);
  }

  /** The same number, for databases and reports. */
  public BigInteger exact() {
    if (high == low >> SIGN_ONLY) {
      return BigInteger.valueOf(low);
    }
    return BigInteger.valueOf(high)
        .shiftLeft(HALF)
        .add(BigInteger.valueOf(low >>> HALF))
        .shiftLeft(HALF)
        .add(BigInteger.valueOf(low & LOWER_HALF));
  }

  /** The number in decimal digits. */
  @Override
  public String toString() {
    return exact().toString();
  }
}
