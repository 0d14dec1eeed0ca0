package io.offsetwise.bootstrap.wallet;

import java.math.BigInteger;
import java.util.Map;

/**
 * What a run of the wallet job came to: the object that {@code -o json} prints.
 *
 * @param job name of the stream
 * @param guarantee key of the guarantee
 * @param scope key of the scope
 * @param storage key of the offset storage
 * @param records number of records processed in this run
 * @param batches number of batches saved in this run
 * @param positions next offset to read by {@code topic-partition}, as stored
 * @param ledgerEntries rows of the stream's ledger
 * @param distinctPayments different payment ids among them
 * @param sumOfBalances sum of all balances of the stream, in cents
 * @param sumOfPayments sum of all payments in Kafka's log up to {@code positions}, in cents; from
 *     an independent consumer, never from the database
 */
public record WalletReport(
    String job,
    String guarantee,
    String scope,
    String storage,
    long records,
    long batches,
    Map<String, Long> positions,
    long ledgerEntries,
    long distinctPayments,
    BigInteger sumOfBalances,
    BigInteger sumOfPayments) {}
