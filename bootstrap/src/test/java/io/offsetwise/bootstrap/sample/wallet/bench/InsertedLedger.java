package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A ledger written by inserts of one row, sent in batches, or of many rows, sent one by one. */
final class InsertedLedger implements LoopLedger {

  private static final String ROW = "(?, ?, ?, ?, ?, ?, ?)";

  private final Connection connection;
  private final StreamName stream;
  private final int rowsOfInsert;
  private final PreparedStatement insert;
  private final Object[][] rows;
  private int pending;

  InsertedLedger(Connection connection, StreamName stream, int rowsOfInsert) throws SQLException {
    this.connection = connection;
    this.stream = stream;
    this.rowsOfInsert = rowsOfInsert;
    this.insert = connection.prepareStatement(insertOf(rowsOfInsert));
    this.rows = new Object[Math.max(rowsOfInsert, JdbcBatch.SIZE)][];
  }

  private static String insertOf(int rows) {
    return "INSERT INTO wallet_ledger "
        + COLUMNS
        + " VALUES "
        + String.join(", ", Collections.nCopies(rows, ROW));
  }

  @Override
  public void add(Payment payment, ConsumerRecord<?, ?> record) throws SQLException {
    rows[pending++] =
        new Object[] {
          payment.id(),
          payment.wallet(),
          payment.cents(),
          record.topic(),
          record.partition(),
          record.offset()
        };
    if (pending == rows.length) {
      flush();
    }
  }

  @Override
  public void flush() throws SQLException {
    int done = 0;
    for (; done + rowsOfInsert <= pending; done += rowsOfInsert) {
      bind(insert, done, rowsOfInsert);
      insert.addBatch();
    }
    if (done > 0) {
      insert.executeBatch();
    }
    if (done < pending) {
      try (PreparedStatement rest = connection.prepareStatement(insertOf(pending - done))) {
        bind(rest, done, pending - done);
        rest.executeUpdate();
      }
    }
    pending = 0;
  }

  private void bind(PreparedStatement statement, int first, int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      Object[] row = rows[first + i];
      int at = i * COLUMN_COUNT;
      statement.setString(at + 1, stream.value());
      statement.setString(at + 2, (String) row[0]);
      statement.setString(at + 3, (String) row[1]);
      statement.setLong(at + 4, (long) row[2]);
      statement.setString(at + 5, (String) row[3]);
      statement.setInt(at + 6, (int) row[4]);
      statement.setLong(at + 7, (long) row[5]);
    }
  }

  @Override
  public void close() throws SQLException {
    insert.close();
  }
}
