package io.offsetwise.application.wallet;

/**
 * A balance that is not the sum of its ledger.
 *
 * @param wallet the wallet
 * @param balance what is stored as its balance, in cents
 * @param ledger the sum of its ledger entries, in cents
 */
public record WrongBalance(String wallet, long balance, long ledger) {}
