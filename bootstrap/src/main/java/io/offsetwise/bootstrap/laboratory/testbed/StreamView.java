package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.wallet.JdbiWalletView;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.bootstrap.laboratory.evidence.StoredPayments;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;

/**
 * What the database holds of a stream, beside its job.
 *
 * @param database with the schema of the job
 * @param stream the stream
 * @param plan the commits of its saves
 */
public record StreamView(JdbcConnections database, StreamName stream, SavePlan plan) {

  /** The stored positions; none before the first start. */
  public Positions positions() {
    return new JdbiOffsetStore(database).nextOffsets(stream);
  }

  /** Ledger and balances. */
  public StoredPayments payments() {
    LedgerKey key = LedgerKey.neededBy(plan);
    JdbiWalletView wallets = new JdbiWalletView(database, key);
    return new StoredPayments(wallets.entriesByPayment(stream), wallets.balances(stream));
  }
}
