package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.sample.wallet.JsonPaymentDecoder;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What {@link SaveByHand} does, with its transaction opened when all is read and decoded: it locks
 * no row, and borrows no connection, while Kafka is waited for.
 *
 * @param database where it saves
 * @param stream whose offsets and results
 * @param way how the ledger is written
 */
record ReadFirstByHand(JdbcSettings database, StreamName stream, LoopLedger.Way way)
    implements RangeWork {

  @Override
  public long on(OffsetRange range, Iterator<ConsumerRecord<byte[], byte[]>> records)
      throws Exception {
    JsonPaymentDecoder decoder = new JsonPaymentDecoder();
    List<ConsumerRecord<byte[], byte[]>> read = new ArrayList<>();
    List<Payment> payments = new ArrayList<>();
    while (records.hasNext()) {
      ConsumerRecord<byte[], byte[]> record = records.next();
      read.add(record);
      payments.add(decoder.decode(record.value()));
    }
    try (Connection connection = SaveByHand.connection(database);
        LoopTransaction transaction =
            new LoopTransaction(connection, stream, List.of(range), way)) {
      for (int i = 0; i < read.size(); i++) {
        transaction.add(payments.get(i), read.get(i));
      }
      transaction.commit();
    }
    return read.size();
  }
}
