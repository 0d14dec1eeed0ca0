package io.offsetwise.bootstrap.asnoted.program;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.spark.streaming.kafka010.OffsetRange;

/**
 * The database of a program, in plain JDBC; travels to executors.
 *
 * @param program whose rows are meant
 */
public record Database(String url, String user, String password, String program)
    implements Serializable {

  /** How the message of an offset that is not ok begins. */
  public static final String REFUSAL = "no row is at the beginning of ";

  private static final String MOVE =
      "UPDATE noted_offset SET next_offset = ?"
          + " WHERE program = ? AND topic = ? AND partition_number = ?";

  /** Statements of one transaction. */
  @FunctionalInterface
  public interface Work {
    void run(Connection connection) throws Exception;
  }

  /** A new connection; whoever asks for it closes it. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Commits what {@code work} does, or nothing of it. */
  public void inTransaction(Work work) throws Exception {
    try (Connection connection = connect()) {
      connection.setAutoCommit(false);
      work.run(connection);
      connection.commit();
    }
  }

  /** Next offset to read, as stored. */
  public Map<TopicPartition, Long> storedOffsets() throws SQLException {
    String query =
        "SELECT topic, partition_number, next_offset FROM noted_offset WHERE program = ?";
    try (Connection connection = connect();
        PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, program);
      Map<TopicPartition, Long> offsets = new HashMap<>();
      ResultSet rows = select.executeQuery();
      while (rows.next()) {
        offsets.put(new TopicPartition(rows.getString(1), rows.getInt(2)), rows.getLong(3));
      }
      return offsets;
    }
  }

  /** In a transaction of its own. */
  void saveResults(Collection<Place> results) throws Exception {
    inTransaction(connection -> saveResults(connection, results));
  }

  void saveResult(Connection connection, Place result) throws SQLException {
    saveResults(connection, List.of(result));
  }

  void saveResults(Connection connection, Collection<Place> results) throws SQLException {
    insert(connection, "INSERT INTO noted_result VALUES (?, ?, ?, ?)", results);
  }

  /** In a transaction of its own; the natural unique key of a result is its place. */
  void saveResultsUnderKey(Collection<Place> results) throws Exception {
    String statement = "INSERT INTO noted_keyed_result VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    inTransaction(connection -> insert(connection, statement, results));
  }

  /** In a transaction of its own. */
  void saveOffsets(OffsetRange... ranges) throws Exception {
    inTransaction(connection -> saveOffsets(connection, ranges));
  }

  /** Blind: whatever is stored is overwritten. */
  void saveOffsets(Connection connection, OffsetRange... ranges) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE)) {
      for (OffsetRange range : ranges) {
        bind(update, range);
        update.executeUpdate();
      }
    }
  }

  /** Moves only what is stored as the beginning of a range, and fails where it is not. */
  void saveOffsetsIfUnmoved(Connection connection, OffsetRange... ranges) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(MOVE + " AND next_offset = ?")) {
      for (OffsetRange range : ranges) {
        bind(update, range);
        update.setLong(5, range.fromOffset());
        if (update.executeUpdate() != 1) {
          throw new SQLException(REFUSAL + range);
        }
      }
    }
  }

  /** Looks whether what is stored is the beginning of the range, and fails where it is not. */
  void requireUnmoved(Connection connection, OffsetRange range) throws SQLException {
    String query =
        "SELECT next_offset FROM noted_offset"
            + " WHERE program = ? AND topic = ? AND partition_number = ?";
    try (PreparedStatement select = connection.prepareStatement(query)) {
      select.setString(1, program);
      select.setString(2, range.topic());
      select.setInt(3, range.partition());
      ResultSet row = select.executeQuery();
      if (!row.next() || row.getLong(1) != range.fromOffset()) {
        throw new SQLException(REFUSAL + range);
      }
    }
  }

  private void bind(PreparedStatement update, OffsetRange range) throws SQLException {
    update.setLong(1, range.untilOffset());
    update.setString(2, program);
    update.setString(3, range.topic());
    update.setInt(4, range.partition());
  }

  private void insert(Connection connection, String statement, Collection<Place> results)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(statement)) {
      for (Place result : results) {
        insert.setString(1, program);
        insert.setString(2, result.topic());
        insert.setInt(3, result.partition());
        insert.setLong(4, result.offset());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
