package io.offsetwise.application.wallet;

import io.offsetwise.domain.wallet.Cents;

/**
 * The accumulated result: what is added to a wallet's balance.
 *
 * @param wallet the wallet
 * @param cents the amount, or the sum of several
 */
public record BalanceChange(String wallet, Cents cents) implements WalletResult {

  /** The change that one payment makes. */
  public BalanceChange(String wallet, long cents) {
    this(wallet, Cents.of(cents));
  }

  /** Both changes of one wallet together. */
  public BalanceChange plus(BalanceChange other) {
    return new BalanceChange(wallet, cents.plus(other.cents));
  }
}
