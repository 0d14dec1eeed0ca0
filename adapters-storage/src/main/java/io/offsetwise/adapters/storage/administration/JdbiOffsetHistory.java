package io.offsetwise.adapters.storage.administration;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.administration.OffsetHistory;
import io.offsetwise.domain.history.OffsetEvent;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The record of a stream's positions in a database. Thread-safe.
 *
 * @param connections of a database with the schema part {@code OFFSETS}
 * @param saves whether the positions are in this database too, so that their saves are on record;
 *     starts, gaps and resets are here in any case
 */
public record JdbiOffsetHistory(JdbcConnections connections, SaveHistory saves)
    implements OffsetHistory {

  public JdbiOffsetHistory {
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(saves, "saves");
  }

  @Override
  public Map<TopicPartition, Instant> lastSaves(StreamName stream) {
    return switch (saves) {
      case KEPT -> connections.inTransaction(handle -> new LastSaves(handle, stream).read());
      case NOT_KEPT -> Map.of();
    };
  }

  @Override
  public List<OffsetEvent> newest(StreamName stream, TopicPartition partition, int limit) {
    return connections.inSnapshot(
        handle -> new PartitionEvents(handle, stream, partition, saves).newest(limit));
  }

  @Override
  public List<OffsetEvent> concerning(StreamName stream, TopicPartition partition, long offset) {
    return connections.inSnapshot(
        handle -> new PartitionEvents(handle, stream, partition, saves).concerning(offset));
  }
}
