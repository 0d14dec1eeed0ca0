package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.audit.PlacedRows;
import io.offsetwise.application.audit.PlacedResult;
import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.application.wallet.StoredWallets;
import io.offsetwise.application.wallet.WrongBalance;
import io.offsetwise.domain.offset.StreamName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The wallets of one stream under audit.
 *
 * @param handle the connection with the open snapshot
 * @param stream whose wallets
 * @param key as the job writes: with a natural key the balances are a query over the ledger
 */
public record JdbiStoredWallets(Handle handle, StreamName stream, LedgerKey key)
    implements StoredWallets {

  /** Dead letters have no payment. */
  private static final String LEDGER =
      """
      SELECT topic_name, partition_number, record_offset, payment_id, wallet, cents
      FROM wallet_ledger WHERE stream_name = :stream
      UNION ALL
      SELECT topic_name, partition_number, record_offset, NULL, NULL, NULL
      FROM dead_letter WHERE stream_name = :stream
      """;

  private static final String HOLDS_KEY =
      """
      SELECT COUNT(*) FROM wallet_ledger
      WHERE stream_name = :stream AND natural_key = :naturalKey
      """;

  /** The union stands for a full join, which H2 does not have. */
  private static final String WRONG_BALANCES =
      """
      SELECT wallet, SUM(kept) AS balance, SUM(applied) AS ledger FROM (
        SELECT wallet, cents AS kept, 0 AS applied FROM wallet_balance
        WHERE stream_name = :stream
        UNION ALL
        SELECT wallet, 0, SUM(cents) FROM wallet_ledger WHERE stream_name = :stream
        GROUP BY wallet) AS both_sides
      GROUP BY wallet HAVING SUM(kept) <> SUM(applied) ORDER BY wallet
      """;

  @Override
  public Iterator<PlacedResult<Optional<LedgerEntry>>> inOrder() {
    return new PlacedRows<>(handle, stream, LEDGER, (row, context) -> content(row)).inOrder();
  }

  @Override
  public boolean holdsKeyOf(Optional<LedgerEntry> content) {
    return content.flatMap(key::of).filter(this::isStored).isPresent();
  }

  @Override
  public Iterator<WrongBalance> wrongBalances() {
    return switch (key) {
      case PAYMENT -> Collections.emptyIterator();
      case NONE ->
          handle
              .createQuery(WRONG_BALANCES)
              .bind("stream", stream.value())
              .map(
                  (row, context) ->
                      new WrongBalance(
                          row.getString("wallet"),
                          row.getBigDecimal("balance").toBigIntegerExact(),
                          row.getBigDecimal("ledger").toBigIntegerExact()))
              .iterator();
    };
  }

  private boolean isStored(String naturalKey) {
    return handle
            .createQuery(HOLDS_KEY)
            .bind("stream", stream.value())
            .bind("naturalKey", naturalKey)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  private static Optional<LedgerEntry> content(ResultSet row) throws SQLException {
    return row.getString("payment_id") == null
        ? Optional.empty()
        : Optional.of(
            new LedgerEntry(
                row.getString("payment_id"),
                row.getString("wallet"),
                row.getLong("cents"),
                row.getString("topic_name"),
                row.getInt("partition_number"),
                row.getLong("record_offset")));
  }
}
