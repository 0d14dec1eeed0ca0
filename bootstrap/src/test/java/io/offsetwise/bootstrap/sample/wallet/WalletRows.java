package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.result.JdbiStoredResults;
import io.offsetwise.adapters.storage.result.TableWriters;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.StreamName;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The wallet's tables as tests write and read them. */
public final class WalletRows {

  private WalletRows() {}

  /** The writers of a stream whose saves have this plan. */
  public static TableWriters<WalletResult> writers(SavePlan plan) {
    WalletJob job = new WalletJob();
    return new TableWriters<>(job.tables(), job.tables().under(plan));
  }

  /** The balance of each wallet in cents: kept, or a query over the ledger. */
  public static SortedMap<String, BigInteger> balances(
      JdbcConnections database, StreamName stream, SavePlan plan) {
    SortedMap<String, BigInteger> balances = new TreeMap<>();
    database.inTransaction(
        handle -> {
          JdbiStoredResults stored = new JdbiStoredResults(handle, stream);
          if (new WalletJob().tables().under(plan).totals().isEmpty()) {
            stored
                .rows(WalletJob.LEDGER, List.of())
                .forEachRemaining(
                    entry ->
                        balances.merge(
                            entry.wallet(), BigInteger.valueOf(entry.cents()), BigInteger::add));
          } else {
            stored
                .rows(WalletJob.BALANCES, List.of())
                .forEachRemaining(row -> balances.put(row.wallet(), row.cents().exact()));
          }
          return stream;
        });
    return balances;
  }

  /** Counts and sums of one stream; zeros for an unknown one. */
  public static Summary summary(JdbcConnections database, StreamName stream) {
    return database.inTransaction(
        handle -> {
          JdbiStoredResults stored = new JdbiStoredResults(handle, stream);
          return new Summary(
              stored.count(WalletJob.LEDGER),
              stored.countDistinct(WalletJob.LEDGER, "payment_id"),
              stored.sum(WalletJob.BALANCES, "cents"),
              stored.sum(WalletJob.LEDGER, "cents"),
              stored.deadLetters().values().stream().mapToLong(Long::longValue).sum());
        });
  }

  /**
   * What the database holds of one stream's wallets, read in one transaction.
   *
   * @param ledgerEntries number of ledger entries
   * @param distinctPayments number of different payment ids among them
   * @param sumOfBalances sum of all balances that are kept, in cents
   * @param sumOfLedger sum of all ledger entries, in cents
   * @param deadLetters number of records that were no payments
   */
  public record Summary(
      long ledgerEntries,
      long distinctPayments,
      BigInteger sumOfBalances,
      BigInteger sumOfLedger,
      long deadLetters) {}
}
