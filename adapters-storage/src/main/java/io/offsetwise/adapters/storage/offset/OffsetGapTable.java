package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.HarmfulFinding;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The accepted gaps of one stream, on one connection with an open transaction.
 *
 * @param handle the connection
 * @param stream whose gaps
 */
record OffsetGapTable(Handle handle, StreamName stream) {

  private static final String ADD =
      """
      INSERT INTO offset_gap (stream_name, topic_name, partition_number, start_case,
        stored_offset, resumed_offset, description, epoch)
      VALUES (:stream, :topic, :partition, :startCase, :stored, :resumed, :description, :epoch)
      """;

  private static final String READ =
      """
      SELECT topic_name, partition_number, start_case, stored_offset, resumed_offset, epoch
      FROM offset_gap WHERE stream_name = :stream ORDER BY gap_id
      """;

  void add(HarmfulFinding gap, Epoch epoch) {
    new PartitionKey(stream, gap.partition())
        .bindTo(handle.createUpdate(ADD))
        .bind("startCase", gap.startCase().key())
        .bind("stored", gap.stored())
        .bind("resumed", gap.readFrom())
        .bind("description", gap.describe())
        .bind("epoch", epoch.number())
        .execute();
  }

  /** All of them, oldest first. */
  List<AcceptedGap> readAll() {
    return handle
        .createQuery(READ)
        .bind("stream", stream.value())
        .map((row, context) -> OffsetRows.gap(row))
        .list();
  }
}
