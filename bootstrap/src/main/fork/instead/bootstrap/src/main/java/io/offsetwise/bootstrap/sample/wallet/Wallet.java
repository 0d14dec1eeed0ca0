package io.offsetwise.bootstrap.sample.wallet;

import java.io.Serializable;

/**
 * A row of the table {@code wallet}, of one record; its place in the log is its natural unique key.
 *
 * @param topic of the record
 * @param partition of the record
 * @param offset of the record
 * @param timestampMs when it was written, milliseconds since 1970-01-01T00:00Z
 * @param content its value, at most {@value WalletJob#LONGEST} characters
 */
public record Wallet(String topic, int partition, long offset, long timestampMs, String content)
    implements Serializable {}
