package io.offsetwise.application.audit;

import java.math.BigInteger;

/**
 * A total that is not the sum of its rows.
 *
 * @param key of the total, its values joined by commas
 * @param total what is stored as the total; 0 when nothing is
 * @param rows the sum of its rows; 0 when there are none
 */
public record WrongTotal(String key, BigInteger total, BigInteger rows) {

  /** Of numbers that a {@code long} holds. */
  public WrongTotal(String key, long total, long rows) {
    this(key, BigInteger.valueOf(total), BigInteger.valueOf(rows));
  }
}
