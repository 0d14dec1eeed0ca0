package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.Rights;
import io.offsetwise.adapters.kafka.log.TopicCatalog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.RetriableException;

/**
 * The topics of a feed, each as it was before its first record. A producer always asks for the
 * metadata of its topics in a way that creates them, on a broker with {@code
 * auto.create.topics.enable}, Kafka's default: it must not hear of a topic that is not there.
 * Thread-safe.
 */
final class FedTopics implements AutoCloseable {

  private static final Rights RIGHTS =
      Rights.WRITING.withTransactionalIds(FeedingTransactions.PREFIX);

  private final BoundedAdmin admin;
  private final KafkaConnection connection;
  private final TopicCatalog catalog;
  private final Map<String, Uuid> ids = new ConcurrentHashMap<>();

  private FedTopics(BoundedAdmin admin, KafkaConnection connection) {
    this.admin = admin;
    this.connection = connection;
    this.catalog = new TopicCatalog(admin);
  }

  static FedTopics open(KafkaConnection connection) {
    return new FedTopics(BoundedAdmin.open(connection).under(RIGHTS), connection);
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

  /**
   * What to throw where records could not be written. A producer that waited in vain does not say
   * that its records came and were refused, each time, for want of replicas in sync.
   *
   * @param request what for, in words that complete "when asked ..."
   * @param cause what the producer reported
   */
  StoppedException failure(String request, Throwable cause) {
    Optional<MissingReplicas> missing =
        cause instanceof RetriableException ? missingReplicas() : Optional.empty();
    return missing
        .map(replicas -> replicas.stop(connection, request, cause))
        .orElseGet(() -> new ClientFailure(connection, RIGHTS).of(request, cause));
  }

  private Optional<MissingReplicas> missingReplicas() {
    try {
      return MissingReplicas.among(catalog.describe(Set.copyOf(ids.keySet())).values(), admin);
    } catch (StoppedException notTold) {
      return Optional.empty(); // the producer's own words have to do
    }
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
