package io.offsetwise.adapters.storage.offset;

import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;

/**
 * Where the partitions of one stream stand by the last thing that is on record of each.
 *
 * @param handle the connection with an open snapshot
 * @param stream whose partitions
 */
record PositionsOnRecord(Handle handle, StreamName stream) {

  /** In the words of the index, from its end: a history grows with every batch. */
  private static final String LAST_SAVE =
      "SELECT * FROM offset_history WHERE stream_name = :stream AND topic_name = :topic"
          + " AND partition_number = :partition AND "
          + OffsetRows.OF_POSITIONS
          + " ORDER BY stream_name, topic_name, partition_number, entry_id DESC"
          + " FETCH FIRST 1 ROW ONLY";

  /** What is on record last: under which claim, and where it left the partition. */
  private record Step(Epoch epoch, long position) {

    boolean isBefore(Epoch other) {
      return epoch.number() < other.number();
    }
  }

  /**
   * The stored positions that are not where the record leads to, with where that is. A partition
   * that nothing is on record of is left out: an older version began it.
   */
  Map<TopicPartition, OptionalLong> otherThanStored() {
    Map<TopicPartition, Step> begun = beginnings();
    Map<TopicPartition, OptionalLong> others = new HashMap<>();
    for (StoredPosition row : new StreamOffsetTable(handle, stream).readAll()) {
      last(row.topicPartition(), Optional.ofNullable(begun.get(row.topicPartition())))
          .filter(step -> step.position() != row.nextOffset())
          .ifPresent(step -> others.put(row.topicPartition(), OptionalLong.of(step.position())));
    }
    return others;
  }

  /** Under one claim a start is written before its gap, both before a reset, and saves follow. */
  private Map<TopicPartition, Step> beginnings() {
    Map<TopicPartition, Step> newest = new HashMap<>();
    new OffsetStartTable(handle, stream)
        .readAll()
        .forEach(row -> put(newest, row.topicPartition(), new Step(row.epoch(), row.nextOffset())));
    new OffsetGapTable(handle, stream)
        .readAll()
        .forEach(
            gap ->
                put(
                    newest,
                    gap.partition(),
                    new Step(gap.epoch(), gap.resumed().orElse(gap.stored()))));
    new OffsetResetTable(handle, stream)
        .readAll()
        .forEach(reset -> put(newest, reset.partition(), new Step(reset.epoch(), reset.after())));
    return newest;
  }

  private static void put(Map<TopicPartition, Step> newest, TopicPartition partition, Step step) {
    newest.merge(partition, step, (older, newer) -> newer.isBefore(older.epoch()) ? older : newer);
  }

  private Optional<Step> last(TopicPartition partition, Optional<Step> begun) {
    Optional<Step> saved =
        new PartitionKey(stream, partition)
            .bindTo(handle.createQuery(LAST_SAVE))
            .map((row, context) -> OffsetRows.save(row))
            .findOne()
            .map(PositionsOnRecord::after);
    return saved
        .filter(step -> begun.filter(began -> step.isBefore(began.epoch())).isEmpty())
        .or(() -> begun);
  }

  private static Step after(SavedRange save) {
    return new Step(save.epoch(), save.range().until());
  }
}
