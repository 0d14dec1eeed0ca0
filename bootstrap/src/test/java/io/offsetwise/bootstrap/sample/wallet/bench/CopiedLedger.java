package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.StreamName;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** A ledger written by COPY, as one writes it who knows what is in the texts: nothing to escape. */
final class CopiedLedger implements LoopLedger {

  private static final int FULL = 64 * 1024;

  private final PGConnection connection;
  private final StreamName stream;
  private final StringBuilder lines = new StringBuilder(FULL + 1024);
  private CopyIn copy;

  CopiedLedger(Connection connection, StreamName stream) throws SQLException {
    this.connection = connection.unwrap(PGConnection.class);
    this.stream = stream;
  }

  @Override
  public void add(Payment payment, ConsumerRecord<?, ?> record) throws SQLException {
    lines
        .append(stream.value())
        .append('\t')
        .append(payment.id())
        .append('\t')
        .append(payment.wallet())
        .append('\t')
        .append(payment.cents())
        .append('\t')
        .append(record.topic())
        .append('\t')
        .append(record.partition())
        .append('\t')
        .append(record.offset())
        .append('\n');
    if (lines.length() >= FULL) {
      send();
    }
  }

  /** The COPY stays open until the transaction is to be committed. */
  private void send() throws SQLException {
    if (copy == null) {
      copy = connection.getCopyAPI().copyIn("COPY wallet_ledger " + COLUMNS + " FROM STDIN");
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    lines.setLength(0);
  }

  @Override
  public void flush() throws SQLException {
    if (lines.length() > 0) {
      send();
    }
    if (copy != null) {
      copy.endCopy();
      copy = null;
    }
  }

  @Override
  public void close() {}
}
