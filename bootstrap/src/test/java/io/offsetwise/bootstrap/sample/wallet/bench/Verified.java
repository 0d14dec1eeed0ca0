package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.bootstrap.sample.wallet.WalletRows;
import io.offsetwise.domain.offset.StreamName;

/**
 * A contestant whose results are checked after each round, while no time is taken.
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
    Attempt attempt = saving.run(stream);
    WalletRows.Summary stored = WalletRows.summary(database, stream);
    if (!stored.equals(expected)) {
      throw new IllegalStateException(
          name() + " has stored " + stored + " but the topic holds " + expected);
    }
    return attempt;
  }
}
