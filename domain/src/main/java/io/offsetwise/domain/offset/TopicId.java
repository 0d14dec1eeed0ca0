package io.offsetwise.domain.offset;

import java.io.Serializable;
import java.util.Objects;

/**
 * The id that Kafka gives to a topic at its creation. Ids never recur: a topic that was deleted and
 * created again under the same name has another one, and its offsets mean other records.
 *
 * @param value Kafka's own text form, not blank
 */
public record TopicId(String value) implements Serializable {

  public TopicId {
    Objects.requireNonNull(value, "value");
    if (value.isBlank()) {
      throw new IllegalArgumentException("topic id is blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
