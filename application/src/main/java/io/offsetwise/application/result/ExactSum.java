package io.offsetwise.application.result;

import java.io.Serializable;
import java.math.BigInteger;

/**
 * A sum of whole numbers that no number of additions overflows: 128 bits, two's complement. Adding
 * costs two additions and one small object, as a boxed {@code long} would.
 *
 * @param high the upper 64 bits, with the sign
 * @param low the lower 64 bits, unsigned
 */
public record ExactSum(long high, long low) implements Serializable {

  /** Nothing. */
  public static final ExactSum ZERO = new ExactSum(0, 0);

  private static final int SIGN_ONLY = Long.SIZE - 1;
  private static final int HALF = Long.SIZE / 2;
  private static final long LOWER_HALF = 0xFFFF_FFFFL;

  /** Of one number. */
  public static ExactSum of(long number) {
    return new ExactSum(number >> SIGN_ONLY, number);
  }

  /**
   * Of a number of any length.
   *
   * @throws ArithmeticException when it does not fit into 128 bits
   */
  public static ExactSum of(BigInteger number) {
    BigInteger upper = number.shiftRight(Long.SIZE);
    return new ExactSum(upper.longValueExact(), number.longValue());
  }

  /** This and one number more. */
  public ExactSum plus(long number) {
    return plus(number >> SIGN_ONLY, number);
  }

  /** Both together. */
  public ExactSum plus(ExactSum other) {
    return plus(other.high, other.low);
  }

  private ExactSum plus(long otherHigh, long otherLow) {
    long sum = low + otherLow;
    long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
    return new ExactSum(high + otherHigh + carry, sum);
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
