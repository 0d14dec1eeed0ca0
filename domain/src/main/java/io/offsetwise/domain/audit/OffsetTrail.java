package io.offsetwise.domain.audit;

import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.OffsetSet;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.reset.PositionReset;
import io.offsetwise.domain.start.AcceptedGap;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * The way of one partition through the log, as far as it is on record: begun, saved range by range,
 * gone on after accepted gaps. Each step must begin where the one before it ended; one that does
 * not is a {@link PositionMove}.
 *
 * @param partition the partition
 * @param start first offset that was due, inclusive, of the topic as it is now
 * @param next next offset to read that the steps lead to; empty when the partition was left out
 * @param moves steps that nobody has saved or accepted, oldest first
 * @param gaps offsets that an accepted start went past
 * @param ambiguous offsets under which the log may have held other records before: what is stored
 *     there may be of either
 * @param resets what resets have made of it
 */
public record OffsetTrail(
    TopicPartition partition,
    long start,
    OptionalLong next,
    List<PositionMove> moves,
    List<OffsetRange> gaps,
    List<OffsetRange> ambiguous,
    ResetRanges resets) {

  public OffsetTrail {
    Objects.requireNonNull(partition, "partition");
    Objects.requireNonNull(next, "next");
    moves = List.copyOf(moves);
    gaps = List.copyOf(gaps);
    ambiguous = List.copyOf(ambiguous);
    Objects.requireNonNull(resets, "resets");
  }

  /** A partition that begins to be read at {@code offset}. */
  public static OffsetTrail begunAt(TopicPartition partition, long offset) {
    return new OffsetTrail(
        partition,
        offset,
        OptionalLong.of(offset),
        List.of(),
        List.of(),
        List.of(),
        ResetRanges.NONE);
  }

  /** The partition begins once more: it had been left out, or somebody has removed its position. */
  public OffsetTrail begunAgainAt(long offset) {
    return next.isEmpty()
        ? new OffsetTrail(
            partition,
            offset,
            OptionalLong.of(offset),
            moves,
            List.of(),
            ambiguous,
            ResetRanges.NONE)
        : steppedFrom(offset).standingAt(offset);
  }

  /**
   * The partition begins in a topic that was created again. How far the former one was read is not
   * known, so that any offset may have held other records.
   */
  public OffsetTrail begunInNewTopicAt(long offset) {
    return inNewTopic(Long.MAX_VALUE, OptionalLong.of(offset));
  }

  /** After a save. */
  public OffsetTrail saved(OffsetRange range) {
    return steppedFrom(range.from()).standingAt(range.until());
  }

  /** After a start at which {@code gap} was accepted. */
  public OffsetTrail after(AcceptedGap gap) {
    long resumed = gap.resumed().orElse(gap.stored());
    return switch (gap.startCase()) {
      case RETENTION_LOSS, POSITION_AHEAD ->
          steppedFrom(gap.stored()).withGap(gap.stored(), resumed).standingAt(resumed);
      case POSITION_BEYOND_END, LOG_TRUNCATED ->
          steppedFrom(gap.stored()).cutAt(resumed, gap.stored());
      case TOPIC_RECREATED, PARTITION_MISSING ->
          steppedFrom(gap.stored()).inNewTopic(gap.stored(), gap.resumed());
      case POSITION_LOST -> begunAgainWithoutPosition(resumed);
      case POSITION_UNKNOWN -> this; // it was begun there at the same start
    };
  }

  /** Begun where the log begins, because the offset that was given lies before it. */
  public OffsetTrail begunPast(AcceptedGap gap) {
    return gap.stored() < start ? withGap(gap.stored(), start) : this;
  }

  /** After somebody has moved the position on purpose; one that begins a partition is a start. */
  public OffsetTrail after(PositionReset reset) {
    if (reset.before().isEmpty()) {
      return this;
    }
    long before = reset.before().getAsLong();
    OffsetTrail stepped = steppedFrom(before);
    return reset.after() < before
        ? stepped.setBack(new OffsetRange(partition, reset.after(), before))
        : stepped.setForward(new OffsetRange(partition, before, reset.after()));
  }

  /** The offsets that were read on the way to {@code end} since the last reset went back. */
  OffsetSet readUpTo(long end) {
    return OffsetSet.of(new OffsetRange(partition, start, Math.max(start, end)))
        .minus(OffsetSet.of(gaps))
        .minus(OffsetSet.of(resets.skipped()));
  }

  /**
   * The trail's end held against what is stored.
   *
   * @param position the stored next offset to read, or empty when none is stored
   */
  public OffsetTrail endingAt(OptionalLong position) {
    return position.equals(next) ? this : withMove(new PositionMove(next, position));
  }

  /** Number of offsets that accepted starts went past. */
  public long gapOffsets() {
    return gaps.stream().mapToLong(OffsetRange::length).sum();
  }

  private OffsetTrail steppedFrom(long offset) {
    OptionalLong from = OptionalLong.of(offset);
    return from.equals(next) ? this : withMove(new PositionMove(next, from));
  }

  private OffsetTrail standingAt(long offset) {
    return new OffsetTrail(
        partition, start, OptionalLong.of(offset), moves, gaps, ambiguous, resets);
  }

  private OffsetTrail withMove(PositionMove move) {
    List<PositionMove> more = new ArrayList<>(moves);
    more.add(move);
    return new OffsetTrail(partition, start, next, more, gaps, ambiguous, resets);
  }

  private OffsetTrail withGap(long from, long until) {
    List<OffsetRange> more = new ArrayList<>(gaps);
    more.add(new OffsetRange(partition, from, until));
    return new OffsetTrail(partition, start, next, moves, more, ambiguous, resets);
  }

  private OffsetTrail withAmbiguous(long from, long until) {
    List<OffsetRange> more = new ArrayList<>(ambiguous);
    more.add(new OffsetRange(partition, from, until));
    return new OffsetTrail(partition, start, next, moves, gaps, more, resets);
  }

  private OffsetTrail setForward(OffsetRange over) {
    return with(start, over.until(), gaps, resets.forwardOver(over));
  }

  /** What was passed over inside of it is to be read now. */
  private OffsetTrail setBack(OffsetRange over) {
    OffsetSet window = OffsetSet.of(over);
    ResetRanges back = resets.backOver(over, readUpTo(over.until()).within(window));
    List<OffsetRange> left = OffsetSet.of(gaps).minus(window).ranges();
    return with(Math.min(start, over.from()), over.from(), left, back);
  }

  private OffsetTrail with(long begin, long end, List<OffsetRange> left, ResetRanges ranges) {
    return new OffsetTrail(partition, begin, OptionalLong.of(end), moves, left, ambiguous, ranges);
  }

  /** How far it had come is not known, so that nothing before {@code offset} can be judged. */
  private OffsetTrail begunAgainWithoutPosition(long offset) {
    OffsetTrail before = offset > start ? withAmbiguous(start, offset) : this;
    return new OffsetTrail(
        partition,
        Math.min(start, offset),
        OptionalLong.of(offset),
        moves,
        gaps,
        before.ambiguous,
        resets);
  }

  /**
   * The end of a partition whose saves are on no record: wherever it stands, saves have brought it
   * there, unless that is before its beginning.
   *
   * @param position the stored next offset to read
   */
  public OffsetTrail savedUpTo(long position) {
    return next.isPresent() && position >= next.getAsLong() ? standingAt(position) : this;
  }

  /** The log may have been cut before the offset at which the partition was begun. */
  private OffsetTrail cutAt(long resumed, long stored) {
    return new OffsetTrail(
        partition,
        Math.min(start, resumed),
        OptionalLong.of(resumed),
        moves,
        gaps,
        withAmbiguous(resumed, stored).ambiguous,
        resets);
  }

  /** Results of the former topic lie under the same offsets as those of the new one. */
  private OffsetTrail inNewTopic(long formerEnd, OptionalLong begin) {
    OffsetTrail former = withAmbiguous(0, formerEnd);
    return new OffsetTrail(
        partition,
        begin.orElse(start),
        begin,
        moves,
        List.of(),
        former.ambiguous,
        ResetRanges.NONE);
  }
}
