package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.reset.PositionReset;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The positions of one stream that were moved on purpose, on one connection with an open
 * transaction.
 *
 * @param handle the connection
 * @param stream whose positions
 */
record OffsetResetTable(Handle handle, StreamName stream) {

  private static final String ADD =
      """
      INSERT INTO offset_reset (stream_name, topic_name, partition_number, before_offset,
        after_offset, reset_option, reset_by, epoch)
      VALUES (:stream, :topic, :partition, :before, :after, :option, :by, :epoch)
      """;

  private static final String READ =
      """
      SELECT topic_name, partition_number, before_offset, after_offset, reset_option, reset_by,
        epoch
      FROM offset_reset WHERE stream_name = :stream ORDER BY reset_id
      """;

  void add(PositionReset reset) {
    new PartitionKey(stream, reset.partition())
        .bindTo(handle.createUpdate(ADD))
        .bind("before", reset.before())
        .bind("after", reset.after())
        .bind("option", reset.option())
        .bind("by", reset.by())
        .bind("epoch", reset.epoch().number())
        .execute();
  }

  /** All of them, oldest first. */
  List<PositionReset> readAll() {
    return handle
        .createQuery(READ)
        .bind("stream", stream.value())
        .map((row, context) -> OffsetRows.reset(row))
        .list();
  }
}
