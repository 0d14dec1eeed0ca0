package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.bootstrap.sample.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The statements of one thread of the hand-written loop, on its one connection: plain JDBC, the
 * ledger in batches of the size that the job has. Not thread-safe.
 */
final class LoopTransaction implements AutoCloseable {

  private static final String INSERT =
      "INSERT INTO wallet_ledger (stream_name, payment_id, wallet, cents, topic_name,"
          + " partition_number, record_offset) VALUES (?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final StreamName stream;
  private final JsonPaymentDecoder decoder = new JsonPaymentDecoder();
  private final PreparedStatement ledger;
  private final LoopOffsets offsets;
  private final LoopBalances balances;
  private final SortedMap<String, Long> cents = new TreeMap<>();
  private final SortedMap<Integer, Long> positions = new TreeMap<>();
  private int pending;

  LoopTransaction(Connection connection, StreamName stream, List<OffsetRange> share)
      throws SQLException {
    this.connection = connection;
    this.stream = stream;
    this.ledger = connection.prepareStatement(INSERT);
    this.offsets = new LoopOffsets(connection, stream, share);
    this.balances = new LoopBalances(connection, stream);
  }

  void add(ConsumerRecord<byte[], byte[]> record) throws Exception {
    Payment payment = decoder.decode(record.value());
    ledger.setString(1, stream.value());
    ledger.setString(2, payment.id());
    ledger.setString(3, payment.wallet());
    ledger.setLong(4, payment.cents());
    ledger.setString(5, record.topic());
    ledger.setInt(6, record.partition());
    ledger.setLong(7, record.offset());
    ledger.addBatch();
    pending++;
    if (pending == JdbcBatch.SIZE) {
      insert();
    }
    cents.merge(payment.wallet(), payment.cents(), Math::addExact);
    positions.put(record.partition(), record.offset() + 1);
  }

  void commit() throws SQLException {
    insert();
    balances.add(cents);
    offsets.advance(positions);
    connection.commit();
    cents.clear();
    positions.clear();
  }

  private void insert() throws SQLException {
    ledger.executeBatch();
    pending = 0;
  }

  @Override
  public void close() throws SQLException {
    try (ledger;
        offsets) {
      balances.close();
    }
  }
}
