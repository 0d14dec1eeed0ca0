/**
 * The sample job's tables: the ledger, the balances, and what to say about them afterwards.
 *
 * <p>Part of the sample job <em>wallet</em>; a fork deletes it, with the folder of its migrations
 * in the resources. Nothing outside this package knows these tables.
 */
package io.offsetwise.adapters.storage.wallet;
