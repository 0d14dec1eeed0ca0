package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.OptionalLong;

/** A position for which nothing on record beside the stream's results accounts. */
public sealed interface UnexplainedPosition extends HarmfulFinding {

  /**
   * A position is stored, but nothing of the stream is on record beside its results: this would be
   * its first start.
   */
  record Unknown(TopicPartition partition, long stored) implements UnexplainedPosition {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(stored);
    }

    @Override
    public StartCase startCase() {
      return StartCase.POSITION_UNKNOWN;
    }

    @Override
    public String describe() {
      return Text.of(
          """
          position %s is stored for %s but nothing of this stream is on record beside its results: \
          the results were probably deleted, another database is named, or the position is \
          somebody else's""",
          stored, partition);
    }
  }

  /**
   * Somebody else has set a position of a partition that the stream has never begun.
   *
   * @param stored next offset to read, as it was found
   */
  record NotBegun(TopicPartition partition, long stored) implements UnexplainedPosition {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(stored);
    }

    @Override
    public StartCase startCase() {
      return StartCase.POSITION_UNKNOWN;
    }

    @Override
    public String describe() {
      return Text.of(
          """
          position %s is stored for %s, which this stream has never read: somebody else, such as \
          another consumer of the group, has set it, and the records before it would not be read""",
          stored, partition);
    }
  }

  /**
   * The position is further than results, resets and accepted gaps that are on record have come.
   *
   * @param stored offset up to which they have come, exclusive
   * @param position next offset to read, as it was found
   */
  record Ahead(TopicPartition partition, long stored, long position)
      implements UnexplainedPosition {
    @Override
    public OptionalLong readFrom() {
      return OptionalLong.of(position);
    }

    @Override
    public StartCase startCase() {
      return StartCase.POSITION_AHEAD;
    }

    @Override
    public String describe() {
      return Text.of(
          """
          position %s is stored for %s but results are on record up to %s only: somebody else, \
          such as another job or Kafka's own tool, has probably moved it past %s offsets, or newer \
          results were lost""",
          position, partition, stored, position - stored);
    }
  }
}
