package io.offsetwise.bootstrap.sample.wallet;

/**
 * The keyed result: one line of the append-only ledger for each payment.
 *
 * @param paymentId the natural unique key
 * @param wallet the wallet
 * @param cents the amount in cents
 * @param topic topic of the record
 * @param partition partition of the record
 * @param offset offset of the record
 */
public record LedgerEntry(
    String paymentId, String wallet, long cents, String topic, int partition, long offset)
    implements WalletResult {}
