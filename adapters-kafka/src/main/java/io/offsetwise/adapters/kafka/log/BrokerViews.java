package io.offsetwise.adapters.kafka.log;

import java.util.Map;

/** What each broker says of a topic now. */
@FunctionalInterface
interface BrokerViews {

  /**
   * Asks every broker that any of them counts among the living; bounded in time.
   *
   * @return by broker, for people
   */
  Map<String, BrokerView> of(String topic);
}
