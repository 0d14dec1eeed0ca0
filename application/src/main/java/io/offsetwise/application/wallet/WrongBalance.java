package io.offsetwise.application.wallet;

import java.math.BigInteger;

/**
 * A balance that is not the sum of its ledger.
 *
 * @param wallet the wallet
 * @param balance what is stored as its balance, in cents
 * @param ledger the sum of its ledger entries, in cents
 */
public record WrongBalance(String wallet, BigInteger balance, BigInteger ledger) {

  /** Of numbers that a {@code long} holds. */
  public WrongBalance(String wallet, long balance, long ledger) {
    this(wallet, BigInteger.valueOf(balance), BigInteger.valueOf(ledger));
  }
}
