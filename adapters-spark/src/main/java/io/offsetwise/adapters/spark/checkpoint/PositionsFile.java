package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.domain.offset.BatchRanges;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The content of {@code positions.json}: everything before its positions is durable.
 *
 * @param format version of this form
 * @param stream name of the stream
 * @param epoch number of the latest claim, 1 or more
 * @param generation number of the latest generation; 0 before the first
 * @param state what the files of that generation are good for
 * @param savedAt when this was written, ISO-8601 in UTC
 * @param positions one row for each partition, sorted
 */
record PositionsFile(
    int format,
    String stream,
    long epoch,
    int generation,
    GenerationState state,
    String savedAt,
    List<Row> positions) {

  /** The form that this version writes and reads. */
  static final int FORMAT = 1;

  private static final int BEFORE_THE_FIRST = 0;

  PositionsFile {
    positions = List.copyOf(positions);
  }

  /**
   * One partition.
   *
   * @param nextOffset next offset to read
   * @param leaderEpoch of the last record before it, or null when it is not known
   */
  record Row(String topic, int partition, String topicId, long nextOffset, Integer leaderEpoch) {

    private static Row of(StoredPosition stored) {
      TopicPartition partition = stored.topicPartition();
      return new Row(
          partition.topic(),
          partition.partition(),
          stored.topicId().value(),
          stored.nextOffset(),
          stored.leaderEpoch().number().stream().boxed().findFirst().orElse(null));
    }

    private StoredPosition stored(Epoch epoch) {
      return new StoredPosition(
          new TopicPartition(topic, partition),
          nextOffset,
          new TopicId(topicId),
          epoch,
          leaderEpoch == null ? LeaderEpoch.UNKNOWN : new LeaderEpoch.Known(leaderEpoch));
    }
  }

  /** A stream that was claimed for the first time and holds no position. */
  static PositionsFile firstClaimOf(StreamName stream) {
    return new PositionsFile(
        FORMAT, stream.value(), 1, BEFORE_THE_FIRST, GenerationState.ENDED, now(), List.of());
  }

  /** The next claim. */
  PositionsFile claimedAgain() {
    return new PositionsFile(format, stream, epoch + 1, generation, state, now(), positions);
  }

  /** Positions moved by other means than the batches of the generation: that one is over. */
  PositionsFile moved(Collection<StoredPosition> written, Collection<TopicPartition> removed) {
    Map<TopicPartition, StoredPosition> rows = new TreeMap<>(stored());
    rows.keySet().removeAll(removed);
    written.forEach(row -> rows.put(row.topicPartition(), row));
    return with(rows).in(generation, GenerationState.ENDED);
  }

  /** A generation begins, goes on, or ends. */
  PositionsFile in(int number, GenerationState itsState) {
    return new PositionsFile(format, stream, epoch, number, itsState, now(), positions);
  }

  /** A batch was saved. One that was run again moves no position back. */
  PositionsFile after(BatchRanges ranges) {
    Map<TopicPartition, StoredPosition> rows = new TreeMap<>(stored());
    for (OffsetRange range : ranges.ranges()) {
      rows.computeIfPresent(range.topicPartition(), (partition, row) -> after(row, range));
    }
    return with(rows);
  }

  /** The claim. */
  Epoch claim() {
    return new Epoch(epoch);
  }

  /** The rows by partition. */
  Map<TopicPartition, StoredPosition> stored() {
    Map<TopicPartition, StoredPosition> rows = new TreeMap<>();
    positions.stream()
        .map(row -> row.stored(claim()))
        .forEach(row -> rows.put(row.topicPartition(), row));
    return rows;
  }

  /** Next offset to read by partition. */
  Positions nextOffsets() {
    Map<TopicPartition, Long> next = new TreeMap<>();
    stored().forEach((partition, row) -> next.put(partition, row.nextOffset()));
    return Positions.of(next);
  }

  private static StoredPosition after(StoredPosition row, OffsetRange range) {
    return row.nextOffset() < range.until() ? row.movedTo(range.until(), LeaderEpoch.UNKNOWN) : row;
  }

  private PositionsFile with(Map<TopicPartition, StoredPosition> rows) {
    List<Row> sorted = rows.values().stream().map(Row::of).toList();
    return new PositionsFile(format, stream, epoch, generation, state, now(), sorted);
  }

  private static String now() {
    return Instant.now().toString();
  }
}
