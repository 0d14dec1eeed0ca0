package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Objects;

/**
 * Where a stream begins to read a topic that it has never read before. Once a position is stored,
 * the stored position alone decides; that is why {@code auto.offset.reset} is no guarantee and
 * stays {@code none}.
 */
public sealed interface StartingPoint {

  /**
   * The first offset to read.
   *
   * @param partition a partition without a stored position
   * @param readable what can be read of it
   * @return next offset to read; it may lie outside of what the log holds, which the audit then
   *     reports
   */
  long resolve(TopicPartition partition, RetainedRange readable);

  /** From the first record that is still there: nothing is lost, the whole log is replayed. */
  record Earliest() implements StartingPoint {
    @Override
    public long resolve(TopicPartition partition, RetainedRange readable) {
      return readable.earliest();
    }
  }

  /** From the end of what can be read: what was there before the first start is not read. */
  record Latest() implements StartingPoint {
    @Override
    public long resolve(TopicPartition partition, RetainedRange readable) {
      return readable.end();
    }
  }

  /**
   * From offsets that somebody gave, as the notes give them for topicA and topicB; partitions that
   * were not named start at their earliest record.
   *
   * @param positions next offset to read by partition
   */
  record Given(Positions positions) implements StartingPoint {

    public Given {
      Objects.requireNonNull(positions, "positions");
    }

    @Override
    public long resolve(TopicPartition partition, RetainedRange readable) {
      return positions.of(partition).orElse(readable.earliest());
    }
  }
}
