package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StreamName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** The guarded offsets of one thread of the hand-written loop. Not thread-safe. */
final class LoopOffsets implements AutoCloseable {

  private static final String ADVANCE =
      "UPDATE stream_offset SET next_offset = ? WHERE stream_name = ? AND topic_name = ?"
          + " AND partition_number = ? AND next_offset = ?";

  private final StreamName stream;
  private final String topic;
  private final PreparedStatement advance;
  private final Map<Integer, Long> committed = new HashMap<>();

  /**
   * The offsets of one topic.
   *
   * @param share ranges of that topic, at least one
   */
  LoopOffsets(Connection connection, StreamName stream, List<OffsetRange> share)
      throws SQLException {
    this.stream = stream;
    this.topic = share.get(0).topicPartition().topic();
    this.advance = connection.prepareStatement(ADVANCE);
    share.forEach(range -> committed.put(range.topicPartition().partition(), range.from()));
  }

  /**
   * Moves the stored positions.
   *
   * @param positions next offset by partition, sorted: the order in which rows are locked
   */
  void advance(SortedMap<Integer, Long> positions) throws SQLException {
    for (Map.Entry<Integer, Long> position : positions.entrySet()) {
      long from = committed.put(position.getKey(), position.getValue());
      advance.setLong(1, position.getValue());
      advance.setString(2, stream.value());
      advance.setString(3, topic);
      advance.setInt(4, position.getKey());
      advance.setLong(5, from);
      if (advance.executeUpdate() != 1) {
        throw new IllegalStateException(
            "partition " + position.getKey() + " of stream " + stream + " is not at " + from);
      }
    }
  }

  @Override
  public void close() throws SQLException {
    advance.close();
  }
}
