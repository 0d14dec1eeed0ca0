package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.bootstrap.sample.wallet.LedgerEntry;
import java.util.Iterator;
import java.util.stream.LongStream;

/** Rows of a ledger, made while they are written. */
final class LedgerRows {

  private static final int WALLETS = 1_000;

  private LedgerRows() {}

  /** The entries of the offsets from {@code from} (inclusive) to {@code until} (exclusive). */
  static Iterator<LedgerEntry> of(long from, long until) {
    return LongStream.range(from, until).mapToObj(LedgerRows::entry).iterator();
  }

  private static LedgerEntry entry(long offset) {
    return new LedgerEntry(
        "payment-" + offset, "wallet-" + offset % WALLETS, offset, Workload.TOPIC, 0, offset);
  }
}
