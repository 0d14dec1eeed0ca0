package io.offsetwise.adapters.storage.administration;

import io.offsetwise.adapters.storage.offset.OffsetRows;
import io.offsetwise.adapters.storage.offset.PartitionKey;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * When positions of the partitions of one stream were last saved. The history is searched from its
 * end for each of them: a sum over all of it would take longer every day.
 *
 * @param handle the connection with an open transaction
 * @param stream whose partitions
 */
record LastSaves(Handle handle, StreamName stream) {

  private static final String PARTITIONS =
      "SELECT topic_name, partition_number FROM stream_offset WHERE stream_name = :stream";

  static final String LAST =
      "SELECT saved_at FROM offset_history WHERE stream_name = :stream AND topic_name = :topic"
          + " AND partition_number = :partition AND "
          + OffsetRows.OF_POSITIONS
          + PartitionEvents.NEWEST_FIRST
          + " FETCH FIRST 1 ROW ONLY";

  Map<TopicPartition, Instant> read() {
    Map<TopicPartition, Instant> saves = new HashMap<>();
    partitions().forEach(each -> last(each).ifPresent(time -> saves.put(each, time)));
    return saves;
  }

  private List<TopicPartition> partitions() {
    return handle
        .createQuery(PARTITIONS)
        .bind("stream", stream.value())
        .map((row, context) -> OffsetRows.partition(row))
        .list();
  }

  private Optional<Instant> last(TopicPartition partition) {
    return new PartitionKey(stream, partition)
        .bindTo(handle.createQuery(LAST))
        .map((row, context) -> RowTime.of(row, "saved_at"))
        .findOne();
  }
}
