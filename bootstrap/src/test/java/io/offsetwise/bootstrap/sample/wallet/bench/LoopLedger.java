package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.adapters.storage.jdbc.DirectDataSource;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.sample.wallet.Payment;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.SQLException;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** How the hand-written loop writes the ledger. Not thread-safe. */
interface LoopLedger extends AutoCloseable {

  String COLUMNS =
      "(stream_name, payment_id, wallet, cents, topic_name, partition_number, record_offset)";
  int COLUMN_COUNT = 7;

  /** Takes a payment, and may write those that it has taken. */
  void add(Payment payment, ConsumerRecord<?, ?> record) throws SQLException;

  /** Writes what is left. */
  void flush() throws SQLException;

  @Override
  void close() throws SQLException;

  /** The ways that there are. */
  enum Way {
    /** Batches of single-row inserts. */
    BATCHES("batches") {
      @Override
      LoopLedger in(Connection connection, StreamName stream) throws SQLException {
        return new InsertedLedger(connection, stream, 1);
      }
    },

    /** Inserts of many rows each, as one writes them who wants to be fast on any database. */
    MULTI_ROW("multi-row") {
      @Override
      LoopLedger in(Connection connection, StreamName stream) throws SQLException {
        return new InsertedLedger(connection, stream, 500);
      }
    },

    /** PostgreSQL's own way. */
    COPY("COPY") {
      @Override
      LoopLedger in(Connection connection, StreamName stream) throws SQLException {
        return new CopiedLedger(connection, stream);
      }
    };

    private final String label;

    Way(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }

    abstract LoopLedger in(Connection connection, StreamName stream) throws SQLException;

    /** A connection with an open transaction. */
    static Connection connect(JdbcSettings database) throws SQLException {
      Connection connection = DirectDataSource.of(database).getConnection();
      connection.setAutoCommit(false);
      return connection;
    }
  }
}
