package io.offsetwise.application.audit;

import io.offsetwise.domain.audit.OffsetTrail;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import io.offsetwise.domain.start.StartCase;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one start of a stream, or one reset, has written for one partition.
 *
 * @param key claim and partition
 * @param begun where the partition began; empty when it had a position
 * @param gap what was accepted
 * @param reset where it was moved to on purpose
 */
record Beginning(
    Key key, OptionalLong begun, Optional<AcceptedGap> gap, Optional<PositionReset> reset) {

  /**
   * Tells it from others.
   *
   * @param epoch number of the claim
   * @param partition the partition
   */
  record Key(long epoch, TopicPartition partition) {

    static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::epoch).thenComparing(Key::partition);
  }

  static Beginning of(StoredPosition start) {
    return new Beginning(
        new Key(start.epoch().number(), start.topicPartition()),
        OptionalLong.of(start.nextOffset()),
        Optional.empty(),
        Optional.empty());
  }

  static Beginning of(AcceptedGap gap) {
    return new Beginning(
        new Key(gap.epoch().number(), gap.partition()),
        OptionalLong.empty(),
        Optional.of(gap),
        Optional.empty());
  }

  static Beginning of(PositionReset reset) {
    return new Beginning(
        new Key(reset.epoch().number(), reset.partition()),
        OptionalLong.empty(),
        Optional.empty(),
        Optional.of(reset));
  }

  /** Both of one start or reset. */
  Beginning and(Beginning other) {
    return new Beginning(
        key, begun.isPresent() ? begun : other.begun, gap.or(other::gap), reset.or(other::reset));
  }

  /**
   * The trail after this start.
   *
   * @param trail before it, or null when nothing is on record before it
   */
  OffsetTrail appliedTo(OffsetTrail trail) {
    OffsetTrail started = startedFrom(trail);
    return reset.map(started::after).orElse(started);
  }

  private OffsetTrail startedFrom(OffsetTrail trail) {
    if (trail != null && gap.filter(Beginning::isWithoutPosition).isPresent()) {
      return trail.after(gap.get());
    }
    if (trail != null && begun.isPresent() && gap.filter(Beginning::isInNewTopic).isPresent()) {
      return trail.begunInNewTopicAt(begun.getAsLong());
    }
    if (begun.isPresent()) {
      long offset = begun.getAsLong();
      OffsetTrail begins =
          trail == null ? OffsetTrail.begunAt(key.partition(), offset) : trail.begunAgainAt(offset);
      return gap.map(begins::begunPast).orElse(begins);
    }
    OffsetTrail known =
        trail == null ? OffsetTrail.begunAt(key.partition(), standsBefore().orElseThrow()) : trail;
    return gap.map(known::after).orElse(known);
  }

  /**
   * Where the partition stood before; empty when nothing here tells.
   *
   * <p>A reset that went past a harmful case goes on from where that was accepted.
   */
  OptionalLong standsBefore() {
    return gap.map(accepted -> OptionalLong.of(accepted.stored()))
        .or(() -> reset.map(PositionReset::before))
        .orElseGet(OptionalLong::empty);
  }

  /** A start that accepts this and begins as well has found no position. */
  private static boolean isInNewTopic(AcceptedGap gap) {
    return gap.startCase() == StartCase.TOPIC_RECREATED;
  }

  /** Such a start inserts a position, as a first start does. */
  private static boolean isWithoutPosition(AcceptedGap gap) {
    return gap.startCase() == StartCase.POSITION_LOST;
  }
}
