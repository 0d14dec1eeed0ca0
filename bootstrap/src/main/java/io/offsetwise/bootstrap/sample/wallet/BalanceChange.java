package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.application.result.ExactSum;

/**
 * What is added to a wallet's balance.
 *
 * @param wallet the wallet
 * @param cents the amount, or the sum of several
 */
public record BalanceChange(String wallet, ExactSum cents) implements WalletResult {

  /** The change that one payment makes. */
  public BalanceChange(String wallet, long cents) {
    this(wallet, ExactSum.of(cents));
  }
}
