package io.offsetwise.bootstrap.sample.wallet.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.offsetwise.adapters.storage.jdbc.ConnectionPool;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What one would write by hand into {@code foreachRDD}: guarded offsets, ledger and balances of a
 * partition in one transaction, on a connection from a pool of the executor.
 *
 * @param database where it saves
 * @param stream whose offsets and results
 * @param way how the ledger is written
 */
record SaveByHand(JdbcSettings database, StreamName stream, LoopLedger.Way way)
    implements RangeWork {

  private static final Map<JdbcSettings, HikariDataSource> POOLS = new ConcurrentHashMap<>();

  /** Closes the pool of this JVM, if there is one. */
  static void closePool(JdbcSettings database) {
    Optional.ofNullable(POOLS.remove(database)).ifPresent(HikariDataSource::close);
  }

  @Override
  public long on(OffsetRange range, Iterator<ConsumerRecord<byte[], byte[]>> records)
      throws Exception {
    long count = 0;
    try (Connection connection = connection(database);
        LoopTransaction transaction =
            new LoopTransaction(connection, stream, List.of(range), way)) {
      while (records.hasNext()) {
        transaction.add(records.next());
        count++;
      }
      transaction.commit();
    }
    return count;
  }

  /** A connection from the pool of this JVM, which begins with it, with an open transaction. */
  static Connection connection(JdbcSettings database) throws SQLException {
    Connection connection = POOLS.computeIfAbsent(database, ConnectionPool::of).getConnection();
    connection.setAutoCommit(false);
    return connection;
  }
}
