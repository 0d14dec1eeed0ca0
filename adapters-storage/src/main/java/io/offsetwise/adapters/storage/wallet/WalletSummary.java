package io.offsetwise.adapters.storage.wallet;

import java.math.BigInteger;

/**
 * What the database holds of one stream's wallets, read in one transaction.
 *
 * @param ledgerEntries number of ledger entries
 * @param distinctPayments number of different payment ids among them
 * @param sumOfBalances sum of all balances, in cents
 * @param sumOfLedger sum of all ledger entries, in cents
 * @param deadLetters number of records that were no payments
 */
public record WalletSummary(
    long ledgerEntries,
    long distinctPayments,
    BigInteger sumOfBalances,
    BigInteger sumOfLedger,
    long deadLetters) {}
