package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.text.Text;
import java.util.OptionalLong;

/** The topic has another id than the one in which the partition was read. */
public sealed interface RecreatedTopic extends HarmfulFinding {

  /** First offset that the topic of today holds, 0 or more. */
  long earliest();

  @Override
  default OptionalLong readFrom() {
    return OptionalLong.of(earliest());
  }

  @Override
  default StartCase startCase() {
    return StartCase.TOPIC_RECREATED;
  }

  /** The position belongs to the topic with the id {@code storedId}. */
  record WithPosition(
      TopicPartition partition, long stored, TopicId storedId, TopicId currentId, long earliest)
      implements RecreatedTopic {
    @Override
    public String describe() {
      return Text.of(
          "position %s of %s belongs to the topic with id %s but the topic now has id %s: it was"
              + " probably deleted and created again",
          stored, partition, storedId, currentId);
    }
  }

  /**
   * The partition was begun in the topic with the id {@code formerId}, and no position of it is
   * stored. How far it had come is not known; {@code stored} is where it began.
   *
   * @param stored offset at which it began, 0 or more
   */
  record WithoutPosition(
      TopicPartition partition, long stored, TopicId formerId, TopicId currentId, long earliest)
      implements RecreatedTopic {
    @Override
    public String describe() {
      return Text.of(
          "%s was begun at %s in the topic with id %s but the topic now has id %s and no position"
              + " is stored: it was probably deleted, its offsets with it, and created again",
          partition, stored, formerId, currentId);
    }
  }
}
