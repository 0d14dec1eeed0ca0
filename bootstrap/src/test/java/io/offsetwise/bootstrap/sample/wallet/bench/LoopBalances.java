package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * The balances of one thread of the hand-written loop. A wallet's payments lie in one partition, so
 * that no other thread inserts the same row. Not thread-safe.
 */
final class LoopBalances implements AutoCloseable {

  private static final String CHANGE =
      "UPDATE wallet_balance SET cents = cents + ? WHERE stream_name = ? AND wallet = ?";
  private static final String INSERT =
      "INSERT INTO wallet_balance (cents, stream_name, wallet) VALUES (?, ?, ?)";

  private final StreamName stream;
  private final PreparedStatement change;
  private final PreparedStatement insert;

  LoopBalances(Connection connection, StreamName stream) throws SQLException {
    this.stream = stream;
    this.change = connection.prepareStatement(CHANGE);
    this.insert = connection.prepareStatement(INSERT);
  }

  /** Adds cents by wallet to the balances. */
  void add(SortedMap<String, Long> cents) throws SQLException {
    List<Map.Entry<String, Long>> changes = List.copyOf(cents.entrySet());
    int[] changed = execute(change, changes);
    List<Map.Entry<String, Long>> missing = new ArrayList<>();
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] == 0) {
        missing.add(changes.get(i));
      }
    }
    execute(insert, missing);
  }

  private int[] execute(PreparedStatement statement, List<Map.Entry<String, Long>> balances)
      throws SQLException {
    for (Map.Entry<String, Long> balance : balances) {
      statement.setLong(1, balance.getValue());
      statement.setString(2, stream.value());
      statement.setString(3, balance.getKey());
      statement.addBatch();
    }
    return statement.executeBatch();
  }

  @Override
  public void close() throws SQLException {
    try (change) {
      insert.close();
    }
  }
}
