/**
 * The sample job <em>wallet</em>: payments as JSON records become a ledger and balances. It is
 * declared in {@link io.offsetwise.bootstrap.sample.wallet.WalletJob}; all else here is what
 * payments are: how they are read, generated and fed, and what the digits of a balance say.
 */
package io.offsetwise.bootstrap.sample.wallet;
