package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.TopicPartition;
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
      return "position "
          + stored
          + " is stored for "
          + partition
          + " but nothing of this stream is on record beside its results: the results were probably"
          + " deleted, another database is named, or the position is somebody else's";
    }
  }
}
