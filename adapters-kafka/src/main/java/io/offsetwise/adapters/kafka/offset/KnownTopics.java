package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.TopicCatalog;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.TopicDescription;

/**
 * Topics as the broker describes them at one moment; those that it does not have are left out.
 *
 * @param described by name
 */
record KnownTopics(Map<String, TopicDescription> described) {

  static KnownTopics among(Collection<String> topics, TopicCatalog catalog) {
    Map<String, TopicDescription> described = new HashMap<>();
    Set.copyOf(topics)
        .forEach(topic -> catalog.find(topic).ifPresent(found -> described.put(topic, found)));
    return new KnownTopics(described);
  }

  Set<TopicPartition> partitions() {
    return described.values().stream()
        .flatMap(
            topic ->
                IntStream.range(0, topic.partitions().size())
                    .mapToObj(number -> new TopicPartition(topic.name(), number)))
        .collect(Collectors.toSet());
  }

  /** Whether the partition exists; Kafka takes no offsets of others. */
  boolean hold(TopicPartition partition) {
    TopicDescription topic = described.get(partition.topic());
    return topic != null && partition.partition() < topic.partitions().size();
  }

  /** The id that a topic has now, which must be one of these. */
  TopicId idOf(String topic) {
    return TopicCatalog.idOf(described.get(topic));
  }
}
