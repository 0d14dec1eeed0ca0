package io.offsetwise.adapters.kafka.log;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.requests.MetadataResponse;

/**
 * What brokers that were asked together have said. Not thread-safe.
 *
 * @param answered by broker
 * @param unreachable those to which no connection can be made
 */
record BrokerReplies(Map<Node, MetadataResponse> answered, Set<Node> unreachable) {

  BrokerReplies() {
    this(new HashMap<>(), new HashSet<>());
  }

  /** Whether nothing more will come from {@code broker}. */
  boolean has(Node broker) {
    return answered.containsKey(broker) || unreachable.contains(broker);
  }

  /** All brokers that one of them counts among the living. */
  Set<Node> living() {
    Set<Node> living = new HashSet<>();
    answered.values().forEach(answer -> living.addAll(answer.brokers()));
    return living;
  }
}
