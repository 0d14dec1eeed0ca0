package io.offsetwise.application.administration;

import io.offsetwise.application.resume.OffsetStore;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PlannedReset;
import io.offsetwise.domain.reset.PositionReset;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Positions of a stream that somebody else has moved. A claim makes all positions the stream's; one
 * that nobody decides about must not become so in silence.
 *
 * @param stream whose positions
 * @param onRecord by partition, where it stands by what is on record; empty where nothing is
 */
record ForeignPositions(StreamName stream, Map<TopicPartition, OptionalLong> onRecord) {

  ForeignPositions {
    onRecord = Map.copyOf(onRecord);
  }

  /** Those in {@code offsets}, as they are before a claim. */
  static ForeignPositions of(StreamName stream, OffsetStore offsets) {
    Map<TopicPartition, OptionalLong> moved = new TreeMap<>(offsets.setByOthers(stream));
    Map<TopicPartition, StoredPosition> stored = offsets.positions(stream);
    moved
        .entrySet()
        .removeIf(
            each ->
                each.getValue().isPresent()
                    && stored.containsKey(each.getKey())
                    && stored.get(each.getKey()).nextOffset() == each.getValue().getAsLong());
    return new ForeignPositions(stream, moved);
  }

  boolean holds(TopicPartition partition) {
    return onRecord.containsKey(partition);
  }

  /**
   * Makes sure that there are none but those of {@code partitions}.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}
   */
  void requireNoneBeside(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OptionalLong> others = new TreeMap<>(onRecord);
    others.keySet().removeAll(partitions);
    if (!others.isEmpty()) {
      throw StopReason.IMPOSSIBLE.because(
          """
          positions of stream %s were set by somebody else, of %s: this would make them the \
          stream's, although nobody has decided about them; reset them with the others, or start \
          the job first, which says where they were and where they are""",
          stream, others.keySet());
    }
  }

  /** The record of {@code reset}, which begins where the stream itself has come to. */
  PositionReset record(PlannedReset reset, String option, String by, Epoch epoch) {
    PositionReset found = reset.record(option, by, epoch);
    OptionalLong known = onRecord.getOrDefault(reset.partition(), OptionalLong.empty());
    return known.isEmpty() || reset.before().harm().isPresent()
        ? found
        : new PositionReset(reset.partition(), known, reset.after(), option, by, epoch);
  }
}
