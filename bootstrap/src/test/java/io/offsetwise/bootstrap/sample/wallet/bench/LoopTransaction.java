package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.bootstrap.sample.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The statements of one thread of the hand-written loop, on its one connection: plain JDBC, the
 * ledger in one of several ways. Not thread-safe.
 */
final class LoopTransaction implements AutoCloseable {

  private final Connection connection;
  private final JsonPaymentDecoder decoder = new JsonPaymentDecoder();
  private final LoopLedger ledger;
  private final LoopOffsets offsets;
  private final LoopBalances balances;
  private final SortedMap<String, Long> cents = new TreeMap<>();
  private final SortedMap<Integer, Long> positions = new TreeMap<>();

  LoopTransaction(
      Connection connection, StreamName stream, List<OffsetRange> share, LoopLedger.Way way)
      throws SQLException {
    this.connection = connection;
    this.ledger = way.in(connection, stream);
    this.offsets = new LoopOffsets(connection, stream, share);
    this.balances = new LoopBalances(connection, stream);
  }

  void add(ConsumerRecord<byte[], byte[]> record) throws Exception {
    add(decoder.decode(record.value()), record);
  }

  void add(Payment payment, ConsumerRecord<byte[], byte[]> record) throws SQLException {
    ledger.add(payment, record);
    cents.merge(payment.wallet(), payment.cents(), Math::addExact);
    positions.put(record.partition(), record.offset() + 1);
  }

  void commit() throws SQLException {
    ledger.flush();
    balances.add(cents);
    offsets.advance(positions);
    connection.commit();
    cents.clear();
    positions.clear();
  }

  @Override
  public void close() throws SQLException {
    try (ledger;
        offsets) {
      balances.close();
    }
  }
}
