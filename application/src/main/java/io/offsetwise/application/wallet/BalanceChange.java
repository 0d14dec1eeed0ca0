package io.offsetwise.application.wallet;

/**
 * The accumulated result: what is added to a wallet's balance.
 *
 * @param wallet the wallet
 * @param cents the amount in cents
 */
public record BalanceChange(String wallet, long cents) implements WalletResult {}
