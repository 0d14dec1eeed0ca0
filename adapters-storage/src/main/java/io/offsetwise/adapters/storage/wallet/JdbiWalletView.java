package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.domain.offset.StreamName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Reads what the wallet job has stored. Thread-safe; used on the driver, beside a running job too.
 */
public final class JdbiWalletView {

  private final JdbcConnections connections;
  private final LedgerKey key;

  /**
   * A view on these connections.
   *
   * @param key as the job writes: with a natural key the balances are a query over the ledger
   */
  public JdbiWalletView(JdbcConnections connections, LedgerKey key) {
    this.connections = Objects.requireNonNull(connections, "connections");
    this.key = Objects.requireNonNull(key, "key");
  }

  /** Counts and sums of one stream; zeros for an unknown one. */
  public WalletSummary summary(StreamName stream) {
    return connections.inTransaction(handle -> summary(handle, stream));
  }

  private WalletSummary summary(Handle handle, StreamName stream) {
    return new WalletSummary(
        number(handle, stream, "SELECT COUNT(*) FROM wallet_ledger"),
        number(handle, stream, "SELECT COUNT(DISTINCT payment_id) FROM wallet_ledger"),
        sumOfCents(handle, stream, balanceTable()),
        sumOfCents(handle, stream, "wallet_ledger"),
        number(handle, stream, "SELECT COUNT(*) FROM dead_letter"));
  }

  /** The balance of each wallet of {@code stream} in cents, sorted by wallet. */
  public SortedMap<String, BigInteger> balances(StreamName stream) {
    String sums =
        "SELECT wallet, SUM(cents) AS balance FROM "
            + balanceTable()
            + " WHERE stream_name = :stream GROUP BY wallet";
    return connections.inTransaction(
        handle ->
            handle
                .createQuery(sums)
                .bind("stream", stream.value())
                .reduceRows(
                    new TreeMap<>(),
                    (balances, row) -> {
                      balances.put(
                          row.getColumn("wallet", String.class),
                          row.getColumn("balance", BigDecimal.class).toBigIntegerExact());
                      return balances;
                    }));
  }

  /** The number of ledger entries of each payment of {@code stream}, by payment id. */
  public Map<String, Long> entriesByPayment(StreamName stream) {
    String counts =
        "SELECT payment_id, COUNT(*) AS entries FROM wallet_ledger"
            + " WHERE stream_name = :stream GROUP BY payment_id";
    return connections.inTransaction(
        handle ->
            handle
                .createQuery(counts)
                .bind("stream", stream.value())
                .reduceRows(
                    new HashMap<>(),
                    (entries, row) -> {
                      entries.put(
                          row.getColumn("payment_id", String.class),
                          row.getColumn("entries", Long.class));
                      return entries;
                    }));
  }

  private String balanceTable() {
    return switch (key) {
      case NONE -> "wallet_balance";
      case PAYMENT -> "wallet_ledger";
    };
  }

  private static BigInteger sumOfCents(Handle handle, StreamName stream, String table) {
    return handle
        .createQuery(
            "SELECT COALESCE(SUM(cents), 0) FROM " + table + " WHERE stream_name = :stream")
        .bind("stream", stream.value())
        .mapTo(BigDecimal.class)
        .one()
        .toBigIntegerExact();
  }

  private static long number(Handle handle, StreamName stream, String query) {
    return handle
        .createQuery(query + " WHERE stream_name = :stream")
        .bind("stream", stream.value())
        .mapTo(Long.class)
        .one();
  }
}
