package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.result.ResultTable;
import io.offsetwise.bootstrap.sample.wallet.WalletJob;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.offset.StreamName;

/**
 * A contestant whose results are checked after each round, while no time is taken. Each begins with
 * empty tables, and when the database has written to the disk what others have left to it.
 *
 * @param saving one that saves ledger and balances
 * @param database holds what it has saved
 * @param expected what the topic holds
 */
record Verified(Contestant saving, JdbcConnections database, WalletRows.Summary expected)
    implements Contestant {

  @Override
  public String name() {
    return saving.name();
  }

  @Override
  public Attempt run(StreamName stream) throws Exception {
    begin();
    Attempt attempt = saving.run(stream);
    WalletRows.Summary stored = WalletRows.summary(database, stream);
    if (!stored.equals(expected)) {
      throw new IllegalStateException(
          name() + " has stored " + stored + " but the topic holds " + expected);
    }
    return attempt;
  }

  private void begin() {
    for (ResultTable<?> table : new WalletJob().tables().all().toList()) {
      database.inTransaction(handle -> handle.execute("TRUNCATE TABLE " + table.name()));
    }
    database.inTransaction(handle -> handle.execute("CHECKPOINT"));
  }
}
