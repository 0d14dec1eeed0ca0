package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.wallet.Cents;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jdbi.v3.core.Handle;

/**
 * The balances of one stream, inside an open transaction.
 *
 * <p>Rows that are missing are inserted with zero before any balance is changed, both in the order
 * of the wallets: writers wait for each other and never in a circle. A transaction that changes
 * balances waits for no insert, since it has passed its own. {@code MERGE} would be shorter, but in
 * H2 two of them fail on the same fresh row.
 *
 * @param handle with an open transaction
 * @param stream whose balances
 */
record BalanceTable(Handle handle, StreamName stream) {

  private static final String MISSING =
      """
      SELECT asked.wallet FROM UNNEST(?) AS asked(wallet)
      WHERE NOT EXISTS (SELECT 1 FROM wallet_balance AS kept
        WHERE kept.stream_name = ? AND kept.wallet = asked.wallet)
      """;

  private static final String INSERT =
      "INSERT INTO wallet_balance (stream_name, wallet, cents) VALUES (?, ?, 0)";

  private static final String CHANGE =
      "UPDATE wallet_balance SET cents = cents + ? WHERE stream_name = ? AND wallet = ?";

  /** Adds {@code sums} to the balances. */
  void add(BalanceSums sums) {
    SortedMap<String, Cents> cents = sums.byWallet();
    insertMissing(List.copyOf(cents.keySet()));
    change(cents);
  }

  private void insertMissing(List<String> wallets) {
    try (JdbcBatch<String> inserts = JdbcBatch.ofMissing(handle, INSERT, this::bindWallet)) {
      for (int from = 0; from < wallets.size(); from += JdbcBatch.SIZE) {
        int until = Math.min(from + JdbcBatch.SIZE, wallets.size());
        missingOf(wallets.subList(from, until)).stream().sorted().forEach(inserts::add);
      }
      inserts.flush();
    }
  }

  private List<String> missingOf(List<String> wallets) {
    List<String> missing = new ArrayList<>();
    Connection connection = handle.getConnection();
    String text = HandleDialect.of(handle).textType();
    try (PreparedStatement query = connection.prepareStatement(MISSING)) {
      query.setArray(1, connection.createArrayOf(text, wallets.toArray()));
      query.setString(2, stream.value());
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          missing.add(rows.getString(1));
        }
      }
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    return missing;
  }

  private void change(SortedMap<String, Cents> cents) {
    try (JdbcBatch<Map.Entry<String, Cents>> changes =
        new JdbcBatch<>(handle.getConnection(), CHANGE, this::bindChange)) {
      cents.entrySet().forEach(changes::add);
      changes.flush();
      if (changes.updated() != cents.size()) {
        throw new IllegalStateException(
            "only "
                + changes.updated()
                + " of the balances of "
                + cents.size()
                + " wallets of stream "
                + stream
                + " could be changed: somebody has probably deleted rows of wallet_balance");
      }
    }
  }

  private void bindWallet(PreparedStatement statement, String wallet) throws SQLException {
    statement.setString(1, stream.value());
    statement.setString(2, wallet);
  }

  private void bindChange(PreparedStatement statement, Map.Entry<String, Cents> change)
      throws SQLException {
    statement.setBigDecimal(1, new BigDecimal(change.getValue().exact()));
    statement.setString(2, stream.value());
    statement.setString(3, change.getKey());
  }
}
