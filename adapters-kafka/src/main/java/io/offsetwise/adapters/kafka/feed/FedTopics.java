package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.TopicCatalog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Uuid;

/**
 * The topics of a feed, each as it was before its first record. A producer always asks for the
 * metadata of its topics in a way that creates them, on a broker with {@code
 * auto.create.topics.enable}, Kafka's default: it must not hear of a topic that is not there.
 * Thread-safe.
 */
final class FedTopics implements AutoCloseable {

  private final BoundedAdmin admin;
  private final TopicCatalog catalog;
  private final Map<String, Uuid> ids = new ConcurrentHashMap<>();

  private FedTopics(BoundedAdmin admin) {
    this.admin = admin;
    this.catalog = new TopicCatalog(admin);
  }

  static FedTopics open(KafkaConnection connection) {
    return new FedTopics(BoundedAdmin.open(connection));
  }

  /**
   * Looks for a topic the first time it is named.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when it does not exist, with the
   *     similar names, or when the broker does not answer
   */
  void require(String topic) {
    ids.computeIfAbsent(topic, this::idOf);
  }

  /**
   * Makes sure that the topics are still those that were found.
   *
   * @throws StoppedException with reason {@code TOPIC_RECREATED} when one of them is another now,
   *     {@code UNAVAILABLE} as above
   */
  void requireSame() {
    if (ids.isEmpty()) {
      return;
    }
    catalog
        .describe(Set.copyOf(ids.keySet()))
        .forEach(
            (topic, now) -> {
              if (!now.topicId().equals(ids.get(topic))) {
                throw recreated(topic, now.topicId());
              }
            });
  }

  @Override
  public void close() {
    admin.close();
  }

  private Uuid idOf(String topic) {
    return catalog.describe(Set.of(topic)).get(topic).topicId();
  }

  private StoppedException recreated(String topic, Uuid now) {
    return StopReason.TOPIC_RECREATED.because(
        """
        topic %s had the id %s when the feed began and has %s now: it was deleted meanwhile, and \
        somebody, or the broker by itself (auto.create.topics.enable), has created it again; what \
        was sent before is gone; see that the topic is as it should be and feed it anew""",
        topic, ids.get(topic), now);
  }
}
