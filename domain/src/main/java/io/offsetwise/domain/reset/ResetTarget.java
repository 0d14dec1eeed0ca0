package io.offsetwise.domain.reset;

import io.offsetwise.domain.offset.Positions;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Where positions are moved to: each option of Kafka's own tool, with the meaning that it has
 * there.
 */
public sealed interface ResetTarget {

  /**
   * The offset that is asked for, before it is clamped to what can be read.
   *
   * @return empty when the target says nothing of this partition
   */
  OptionalLong requested(ResettablePartition partition);

  /** The new position: what is asked for, clamped to what the stream can read. */
  default OptionalLong positionIn(ResettablePartition partition) {
    OptionalLong requested = requested(partition);
    return requested.isPresent()
        ? OptionalLong.of(partition.readable().clamp(requested.getAsLong()))
        : requested;
  }

  /** The time whose offsets must be looked up in the log first; empty for most targets. */
  default Optional<Instant> time() {
    return Optional.empty();
  }

  /** {@code --to-earliest}: the first offset that the log still holds. */
  record ToEarliest() implements ResetTarget {
    @Override
    public OptionalLong requested(ResettablePartition partition) {
      return OptionalLong.of(partition.readable().earliest());
    }
  }

  /** {@code --to-latest}: the end of what the stream can read. */
  record ToLatest() implements ResetTarget {
    @Override
    public OptionalLong requested(ResettablePartition partition) {
      return OptionalLong.of(partition.readable().end());
    }
  }

  /**
   * {@code --to-current}: the position that is stored, even outside of what the log holds; the
   * log's end where none is.
   */
  record ToCurrent() implements ResetTarget {
    @Override
    public OptionalLong requested(ResettablePartition partition) {
      return OptionalLong.of(partition.position().orElse(partition.readable().end()));
    }

    @Override
    public OptionalLong positionIn(ResettablePartition partition) {
      return requested(partition);
    }
  }

  /**
   * {@code --to-offset}.
   *
   * @param offset next offset to read
   */
  record ToOffset(long offset) implements ResetTarget {
    @Override
    public OptionalLong requested(ResettablePartition partition) {
      return OptionalLong.of(offset);
    }
  }

  /**
   * {@code --shift-by}; says nothing of a partition without a position.
   *
   * @param offsets forward, or backward when negative
   */
  record ShiftBy(long offsets) implements ResetTarget {
    @Override
    public OptionalLong requested(ResettablePartition partition) {
      OptionalLong position = partition.position();
      return position.isPresent()
          ? OptionalLong.of(saturated(position.getAsLong(), offsets))
          : position;
    }

    /** A shift by any number must end at an end of the log, not wrap around to the other. */
    private static long saturated(long position, long offsets) {
      long sum = position + offsets;
      return offsets > 0 && sum < position ? Long.MAX_VALUE : sum;
    }
  }

  /**
   * {@code --to-datetime} and {@code --by-duration}: the first record of this time or later; the
   * log's end where there is none.
   *
   * @param instant the time
   */
  record AtTime(Instant instant) implements ResetTarget {
    public AtTime {
      Objects.requireNonNull(instant, "instant");
    }

    @Override
    public Optional<Instant> time() {
      return Optional.of(instant);
    }

    @Override
    public OptionalLong requested(ResettablePartition partition) {
      return partition.atTime();
    }
  }

  /**
   * {@code --from-file}: an offset for each partition.
   *
   * @param positions next offsets to read
   */
  record Given(Positions positions) implements ResetTarget {
    public Given {
      Objects.requireNonNull(positions, "positions");
    }

    @Override
    public OptionalLong requested(ResettablePartition partition) {
      return positions.of(partition.partition());
    }
  }
}
