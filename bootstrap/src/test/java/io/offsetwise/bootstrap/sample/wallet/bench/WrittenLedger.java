package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.result.TableWriters;
import io.offsetwise.bootstrap.sample.wallet.LedgerEntry;
import io.offsetwise.bootstrap.sample.wallet.WalletResult;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import io.offsetwise.domain.offset.StreamName;
import java.util.Iterator;

/**
 * The store's own way to write the rows of a job, by one thread.
 *
 * @param name in the report
 * @param guarantee tells whether rows have a key
 */
record WrittenLedger(
    String name, Workload workload, JdbcConnections database, DeliveryGuarantee guarantee)
    implements Contestant {

  @Override
  public Attempt run(StreamName stream) {
    TableWriters<WalletResult> writers = WalletRows.writers(guarantee.plan());
    Tally tally = new Tally();
    for (long from = 0; from < workload.payments(); from += workload.recordsPerTransaction()) {
      long until = Math.min(from + workload.recordsPerTransaction(), workload.payments());
      Iterator<LedgerEntry> rows = LedgerRows.of(from, until);
      database.inTransaction(
          handle -> {
            writers.in(handle, stream).write(asResults(rows));
            return stream;
          });
      tally.add(until - from, 1);
    }
    return tally.attempt();
  }

  private static Iterator<WalletResult> asResults(Iterator<LedgerEntry> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public WalletResult next() {
        return rows.next();
      }
    };
  }
}
