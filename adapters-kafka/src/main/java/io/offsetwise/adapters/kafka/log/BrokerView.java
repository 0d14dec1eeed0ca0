package io.offsetwise.adapters.kafka.log;

import io.offsetwise.domain.offset.TopicId;
import java.util.Optional;

/** What one broker says of a topic. */
sealed interface BrokerView {

  /** For people, as the end of a sentence that begins with the broker. */
  String describe();

  /**
   * It has answered.
   *
   * @param id that it knows; empty when it knows no such topic
   */
  record Answered(Optional<TopicId> id) implements BrokerView {
    @Override
    public String describe() {
      return id.map(known -> "says " + known).orElse("knows no such topic");
    }
  }

  /** No connection to it can be made: nobody reads from it either. */
  record Unreachable() implements BrokerView {
    @Override
    public String describe() {
      return "cannot be reached";
    }
  }

  /** It is connected, or about to be, and has not answered: somebody may have read from it. */
  record Silent() implements BrokerView {
    @Override
    public String describe() {
      return "has not answered";
    }
  }
}
