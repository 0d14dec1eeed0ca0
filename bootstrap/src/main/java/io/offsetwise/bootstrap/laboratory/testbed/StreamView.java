package io.offsetwise.bootstrap.laboratory.testbed;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetStore;
import io.offsetwise.adapters.storage.wallet.JdbiWalletView;
import io.offsetwise.adapters.storage.wallet.LedgerKey;
import io.offsetwise.bootstrap.laboratory.cell.Cell;
import io.offsetwise.bootstrap.laboratory.evidence.StoredPayments;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the database holds of a cell's stream, beside the job.
 *
 * @param database with the schema of the job
 * @param cell whose stream
 */
record StreamView(JdbcConnections database, Cell cell) {

  /** The stored positions; none before the first start. */
  Positions positions() {
    Map<TopicPartition, Long> next =
        new JdbiOffsetStore(database)
            .positions(cell.stream()).values().stream()
                .collect(
                    Collectors.toMap(StoredPosition::topicPartition, StoredPosition::nextOffset));
    return Positions.of(next);
  }

  /** Ledger and balances. */
  StoredPayments payments() {
    LedgerKey key = LedgerKey.neededBy(cell.variant().guarantee().plan());
    JdbiWalletView wallets = new JdbiWalletView(database, key);
    return new StoredPayments(
        wallets.entriesByPayment(cell.stream()), wallets.balances(cell.stream()));
  }
}
