package io.offsetwise.adapters.storage.wallet;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.application.wallet.LedgerEntry;
import io.offsetwise.domain.offset.StreamName;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/** Writes ledger entries inside an open transaction. Not thread-safe. */
final class LedgerEntries implements AutoCloseable {

  /** Without a natural key nothing conflicts, and every entry is inserted. */
  private static final String INSERT =
      """
      INSERT INTO wallet_ledger (stream_name, natural_key, payment_id, wallet, cents, topic_name,
        partition_number, record_offset)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final StreamName stream;
  private final LedgerKey key;
  private final JdbcBatch<LedgerEntry> batch;

  LedgerEntries(Handle handle, StreamName stream, LedgerKey key) {
    this.stream = stream;
    this.key = key;
    this.batch = JdbcBatch.ofMissing(handle, INSERT, this::bind);
  }

  void add(LedgerEntry entry) {
    batch.add(entry);
  }

  void flush() {
    batch.flush();
  }

  @Override
  public void close() {
    batch.close();
  }

  private void bind(PreparedStatement statement, LedgerEntry entry) throws SQLException {
    statement.setString(1, stream.value());
    statement.setString(2, key.of(entry).orElse(null));
    statement.setString(3, entry.paymentId());
    statement.setString(4, entry.wallet());
    statement.setLong(5, entry.cents());
    statement.setString(6, entry.topic());
    statement.setInt(7, entry.partition());
    statement.setLong(8, entry.offset());
  }
}
