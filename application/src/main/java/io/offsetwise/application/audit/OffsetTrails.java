package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.audit.SavedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Follows every partition of a stream from its start to its last save. Holds one trail for each
 * partition, never the history. Not thread-safe.
 */
final class OffsetTrails {

  private final SortedMap<TopicPartition, OffsetTrail> trails = new TreeMap<>();
  private final Queue<Beginning> beginnings;

  private OffsetTrails(AuditedOffsets offsets) {
    this.beginnings = beginnings(offsets);
  }

  /** The trails of all partitions that the stream has ever begun, or has a position of. */
  static SortedMap<TopicPartition, OffsetTrail> of(AuditedOffsets offsets) {
    OffsetTrails trails = new OffsetTrails(offsets);
    Optional<Iterator<SavedRange>> saves = offsets.saves();
    saves.ifPresent(history -> history.forEachRemaining(trails::saved));
    trails.beginUpTo(Long.MAX_VALUE, saves.isPresent() ? Arrival.ON_RECORD : Arrival.UNKNOWN);
    offsets.positions().forEach(saves.isPresent() ? trails::stored : trails::savedUpTo);
    return trails.trails;
  }

  private static Queue<Beginning> beginnings(AuditedOffsets offsets) {
    SortedMap<Beginning.Key, Beginning> all = new TreeMap<>(Beginning.Key.ORDER);
    Stream.of(
            offsets.starts().stream().map(Beginning::of),
            offsets.gaps().stream().map(Beginning::of),
            offsets.resets().stream().map(Beginning::of))
        .flatMap(Function.identity())
        .forEach(beginning -> all.merge(beginning.key(), beginning, Beginning::and));
    return new ArrayDeque<>(all.values());
  }

  private void saved(SavedRange save) {
    beginUpTo(save.epoch().number(), Arrival.ON_RECORD);
    TopicPartition partition = save.range().topicPartition();
    change(partition, save.range().from(), trail -> trail.saved(save.range()));
  }

  /** A position that nothing is on record of: it stands where it began. */
  private void stored(StoredPosition position) {
    change(position.topicPartition(), position.nextOffset(), trail -> trail);
  }

  /** Nobody knows by which steps it has come there. */
  private void savedUpTo(StoredPosition position) {
    change(
        position.topicPartition(),
        position.nextOffset(),
        trail -> trail.savedUpTo(position.nextOffset()));
  }

  /** What a start or a reset writes comes before everything that is saved under its claim. */
  private void beginUpTo(long epoch, Arrival arrival) {
    while (!beginnings.isEmpty() && beginnings.peek().key().epoch() <= epoch) {
      Beginning beginning = beginnings.remove();
      trails.compute(
          beginning.key().partition(),
          (partition, trail) -> beginning.appliedTo(arrival.before(beginning, trail)));
    }
  }

  /** Streams that an older version began have no start on record: the first step tells it. */
  private void change(TopicPartition partition, long start, UnaryOperator<OffsetTrail> step) {
    OffsetTrail trail = trails.computeIfAbsent(partition, key -> OffsetTrail.begunAt(key, start));
    trails.put(partition, step.apply(trail));
  }

  /** How a partition has come to where a start or a reset has found it. */
  private enum Arrival {
    /** By the saves before it. */
    ON_RECORD {
      @Override
      OffsetTrail before(Beginning beginning, OffsetTrail trail) {
        return trail;
      }
    },
    /** By saves that nobody has kept. */
    UNKNOWN {
      @Override
      OffsetTrail before(Beginning beginning, OffsetTrail trail) {
        OptionalLong found = beginning.standsBefore();
        return trail == null || found.isEmpty() ? trail : trail.savedUpTo(found.getAsLong());
      }
    };

    /** The trail up to there; null when nothing is on record, as {@code trail} is then. */
    abstract OffsetTrail before(Beginning beginning, OffsetTrail trail);
  }
}
