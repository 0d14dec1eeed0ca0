/**
 * The sample job's work on one record: a payment becomes a ledger entry and a change of a balance.
 *
 * <p>Part of the sample job <em>wallet</em>; a fork deletes it. How payments are encoded is an
 * adapter's business, see {@link io.offsetwise.application.wallet.PaymentDecoder}.
 */
package io.offsetwise.application.wallet;
