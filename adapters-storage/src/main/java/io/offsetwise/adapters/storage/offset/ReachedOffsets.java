package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.guarantee.CommittedSteps;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StreamName;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How far one stream has come by what is on record, on one connection with an open transaction.
 *
 * @param handle the connection
 * @param stream whose offsets
 */
record ReachedOffsets(Handle handle, StreamName stream) {

  /** Entries of older versions do not say what they held: they count for nothing. */
  private static final String READ =
      """
      SELECT topic_name, partition_number, MAX(reached) AS reached FROM (
        SELECT topic_name, partition_number, until_offset AS reached, 1 AS results
        FROM offset_history WHERE stream_name = :stream AND committed IN (<results>)
        UNION ALL
        SELECT topic_name, partition_number, after_offset, 0
        FROM offset_reset WHERE stream_name = :stream
        UNION ALL
        SELECT topic_name, partition_number, resumed_offset, 0
        FROM offset_gap WHERE stream_name = :stream AND resumed_offset IS NOT NULL
      ) on_record
      GROUP BY topic_name, partition_number HAVING MAX(results) = 1
      """;

  Positions read() {
    return Positions.of(
        handle
            .createQuery(READ)
            .bind("stream", stream.value())
            .bindList(
                "results",
                Arrays.stream(CommittedSteps.values())
                    .filter(CommittedSteps::holdResults)
                    .map(CommittedSteps::key)
                    .toList())
            .map((row, context) -> Map.entry(OffsetRows.partition(row), row.getLong("reached")))
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
