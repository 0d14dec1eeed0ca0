package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.wallet.JdbiWalletView;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.evidence.StoredPayments;
import io.offsetwise.domain.offset.Positions;

/**
 * What the database holds of a cell's stream, beside the job.
 *
 * @param database with the schema of the job
 * @param cell whose stream
 */
record StreamView(JdbcConnections database, Cell cell) {

  /** The stored positions; none before the first start. */
  Positions positions() {
    return new JdbiOffsetStore(database).nextOffsets(cell.stream());
  }

  /** Ledger and balances. */
  StoredPayments payments() {
    LedgerKey key = LedgerKey.neededBy(cell.variant().plan());
    JdbiWalletView wallets = new JdbiWalletView(database, key);
    return new StoredPayments(
        wallets.entriesByPayment(cell.stream()), wallets.balances(cell.stream()));
  }
}
