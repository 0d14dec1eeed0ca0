package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.audit.AcceptedGap;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.HarmfulFinding;
import io.offsetwise.domain.start.StartCase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
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
    handle
        .createUpdate(ADD)
        .bind("stream", stream.value())
        .bind("topic", gap.partition().topic())
        .bind("partition", gap.partition().partition())
        .bind("startCase", gap.startCase().key())
        .bind("stored", gap.stored())
        .bind("resumed", nullable(gap.readFrom()))
        .bind("description", gap.describe())
        .bind("epoch", epoch.number())
        .execute();
  }

  /** All of them, oldest first. */
  List<AcceptedGap> readAll() {
    return handle
        .createQuery(READ)
        .bind("stream", stream.value())
        .map((row, context) -> gap(row))
        .list();
  }

  private static AcceptedGap gap(ResultSet row) throws SQLException {
    long resumed = row.getLong("resumed_offset");
    OptionalLong resumedAt = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(resumed);
    return new AcceptedGap(
        new TopicPartition(row.getString("topic_name"), row.getInt("partition_number")),
        startCase(row.getString("start_case")),
        row.getLong("stored_offset"),
        resumedAt,
        new Epoch(row.getLong("epoch")));
  }

  private static StartCase startCase(String key) {
    return Arrays.stream(StartCase.values())
        .filter(each -> each.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "table offset_gap holds the start case '"
                        + key
                        + "', which this version does not know: a newer release has probably"
                        + " written it"));
  }

  private static Long nullable(OptionalLong offset) {
    return offset.isPresent() ? offset.getAsLong() : null;
  }
}
