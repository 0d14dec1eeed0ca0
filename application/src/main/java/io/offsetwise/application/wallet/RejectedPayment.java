package io.offsetwise.application.wallet;

import io.offsetwise.application.save.DeadLetter;

/**
 * A record that is no payment.
 *
 * @param letter the record and why it was rejected
 */
public record RejectedPayment(DeadLetter letter) implements WalletResult {}
