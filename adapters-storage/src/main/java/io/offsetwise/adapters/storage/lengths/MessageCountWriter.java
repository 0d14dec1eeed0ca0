package io.offsetwise.adapters.storage.lengths;

import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.application.lengths.MessageCount;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Iterator;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/**
 * Adds counts to what is stored: summed while they are read, one sum for each partition, and
 * written at the end in the order of the partitions.
 *
 * @param handle with an open transaction
 * @param stream whose counts
 */
record MessageCountWriter(Handle handle, StreamName stream) implements ResultWriter<MessageCount> {

  private static final String INSERT =
      """
      INSERT INTO message_count (stream_name, topic_name, partition_number, messages, bytes)
      VALUES (?, ?, ?, 0, 0)
      """;

  private static final String ADD =
      """
      UPDATE message_count SET messages = messages + ?, bytes = bytes + ?
      WHERE stream_name = ? AND topic_name = ? AND partition_number = ?
      """;

  @Override
  public void write(Iterator<MessageCount> counts) {
    SortedMap<TopicPartition, MessageCount> sums = new TreeMap<>();
    counts.forEachRemaining(
        count ->
            sums.merge(
                new TopicPartition(count.topic(), count.partition()), count, MessageCount::plus));
    insertMissing(sums.values());
    add(sums.values());
  }

  private void insertMissing(Collection<MessageCount> sums) {
    try (JdbcBatch<MessageCount> inserts = JdbcBatch.ofMissing(handle, INSERT, this::bindPlace)) {
      sums.forEach(inserts::add);
      inserts.flush();
    }
  }

  private void add(Collection<MessageCount> sums) {
    try (JdbcBatch<MessageCount> additions =
        new JdbcBatch<>(handle.getConnection(), ADD, this::bindSum)) {
      sums.forEach(additions::add);
      additions.flush();
      if (additions.updated() != sums.size()) {
        throw new IllegalStateException(
            "only "
                + additions.updated()
                + " of the "
                + sums.size()
                + " counts of stream "
                + stream
                + " could be added: somebody has probably deleted rows of message_count");
      }
    }
  }

  private void bindPlace(PreparedStatement statement, MessageCount count) throws SQLException {
    statement.setString(1, stream.value());
    statement.setString(2, count.topic());
    statement.setInt(3, count.partition());
  }

  private void bindSum(PreparedStatement statement, MessageCount sum) throws SQLException {
    statement.setLong(1, sum.messages());
    statement.setLong(2, sum.bytes());
    statement.setString(3, stream.value());
    statement.setString(4, sum.topic());
    statement.setInt(5, sum.partition());
  }
}
