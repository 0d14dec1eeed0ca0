package io.offsetwise.adapters.storage.administration;

import io.offsetwise.adapters.storage.offset.OffsetRows;
import io.offsetwise.adapters.storage.offset.PartitionKey;
import io.offsetwise.domain.history.OffsetEvent;
import io.offsetwise.domain.history.SaveHistory;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * What is on record of one partition of one stream.
 *
 * @param handle the connection with an open snapshot
 * @param stream which stream
 * @param partition which partition
 * @param saves whether its saves are here
 */
record PartitionEvents(
    Handle handle, StreamName stream, TopicPartition partition, SaveHistory saves) {

  private static final String OF_PARTITION =
      " WHERE stream_name = :stream AND topic_name = :topic AND partition_number = :partition";

  private static final String STARTS = "SELECT * FROM offset_start" + OF_PARTITION;
  private static final String GAPS = "SELECT * FROM offset_gap" + OF_PARTITION;
  private static final String RESETS = "SELECT * FROM offset_reset" + OF_PARTITION;

  /** In the words of the index: H2 walks along it only when all of its columns are named. */
  static final String NEWEST_FIRST =
      " ORDER BY stream_name, topic_name, partition_number, entry_id DESC";

  static final String SAVES =
      "SELECT * FROM offset_history" + OF_PARTITION + " AND " + OffsetRows.OF_POSITIONS;
  static final String OF_OFFSET =
      " AND from_offset <= :offset AND until_offset > :offset ORDER BY entry_id";

  List<OffsetEvent> newest(int limit) {
    String last = NEWEST_FIRST + " FETCH FIRST " + limit + " ROWS ONLY";
    List<OffsetEvent> events = inOrder(saved(of(SAVES + last)));
    return events.subList(Math.max(0, events.size() - limit), events.size());
  }

  List<OffsetEvent> concerning(long offset) {
    return inOrder(saved(of(SAVES + OF_OFFSET).bind("offset", offset)));
  }

  /** Within one transaction a start comes before its gap, and both before a reset. */
  private List<OffsetEvent> inOrder(Stream<OffsetEvent> saved) {
    return Stream.of(
            events(of(STARTS + " ORDER BY start_id"), PartitionEvents::begun),
            events(of(GAPS + " ORDER BY gap_id"), PartitionEvents::gap),
            events(of(RESETS + " ORDER BY reset_id"), PartitionEvents::reset),
            saved)
        .flatMap(events -> events)
        .sorted(Comparator.comparing(OffsetEvent::at))
        .toList();
  }

  private Stream<OffsetEvent> saved(Query query) {
    return switch (saves) {
      case KEPT -> events(query, PartitionEvents::save);
      case NOT_KEPT -> Stream.empty();
    };
  }

  private Query of(String query) {
    return new PartitionKey(stream, partition).bindTo(handle.createQuery(query));
  }

  private static Stream<OffsetEvent> events(Query query, Reading reading) {
    RowMapper<OffsetEvent> mapper = (row, context) -> reading.of(row);
    return query.map(mapper).list().stream();
  }

  private static OffsetEvent begun(ResultSet row) throws SQLException {
    return new OffsetEvent.Begun(
        RowTime.of(row, "started_at"), epoch(row), row.getLong("start_offset"));
  }

  private static OffsetEvent gap(ResultSet row) throws SQLException {
    return new OffsetEvent.GapAccepted(RowTime.of(row, "accepted_at"), OffsetRows.gap(row));
  }

  private static OffsetEvent reset(ResultSet row) throws SQLException {
    return new OffsetEvent.Reset(RowTime.of(row, "reset_at"), OffsetRows.reset(row));
  }

  private static OffsetEvent save(ResultSet row) throws SQLException {
    return new OffsetEvent.Saved(
        RowTime.of(row, "saved_at"),
        epoch(row),
        OffsetRows.save(row).range(),
        OffsetRows.recordCount(row));
  }

  private static Epoch epoch(ResultSet row) throws SQLException {
    return new Epoch(row.getLong("epoch"));
  }

  /** Makes an event of a row. */
  private interface Reading {
    OffsetEvent of(ResultSet row) throws SQLException;
  }
}
