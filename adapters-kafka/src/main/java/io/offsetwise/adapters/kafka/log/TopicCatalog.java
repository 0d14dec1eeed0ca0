package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.TopicId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Kafka's topics as the broker knows them now; nothing is cached here. */
public final class TopicCatalog {

  private final BoundedAdmin admin;

  /** The topics that {@code admin} sees. */
  public TopicCatalog(BoundedAdmin admin) {
    this.admin = admin;
  }

  /**
   * Describes topics.
   *
   * @return one description for each of {@code topics}
   * @throws StoppedException with reason {@code UNAVAILABLE} when the broker does not answer, or
   *     naming a topic that does not exist
   */
  public Map<String, TopicDescription> describe(Set<String> topics) {
    Map<String, TopicDescription> described = new HashMap<>();
    ask(topics)
        .forEach(
            (topic, answer) ->
                described.put(topic, await(topic, answer).orElseThrow(() -> absent(topic))));
    return described;
  }

  /** Those of {@code topics} that exist; the broker must have answered for each of them. */
  public Set<String> present(Set<String> topics) {
    Set<String> present = new HashSet<>();
    ask(topics)
        .forEach(
            (topic, answer) ->
                await(topic, answer).ifPresent(described -> present.add(described.name())));
    return present;
  }

  /** The description of {@code topic}, or empty when it does not exist. */
  public Optional<TopicDescription> find(String topic) {
    return await(topic, ask(Set.of(topic)).get(topic));
  }

  /**
   * The id in a description.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE} when the topic has none
   */
  public static TopicId idOf(TopicDescription described) {
    return idOf(described.name(), described.topicId());
  }

  /** The same of {@code topic}, from Kafka's form. */
  static TopicId idOf(String topic, Uuid kafkas) {
    if (kafkas.equals(Uuid.ZERO_UUID)) {
      throw StopReason.IMPOSSIBLE.because(
          """
          topic %s has no id: the broker is probably older than Kafka 2.8 or still writes an older \
          format; without the id a topic that is deleted and created again cannot be told from the \
          old one; upgrade the broker""",
          topic);
    }
    return new TopicId(kafkas.toString());
  }

  /** One request for all topics, with an answer for each of them. */
  private Map<String, KafkaFuture<TopicDescription>> ask(Set<String> topics) {
    return admin.start(client -> client.describeTopics(topics).topicNameValues());
  }

  private Optional<TopicDescription> await(String topic, KafkaFuture<TopicDescription> answer) {
    try {
      return Optional.of(admin.about(topic).await("for the partitions of " + topic, answer));
    } catch (StoppedException e) {
      if (e.getCause() instanceof UnknownTopicOrPartitionException
          || e.getCause() instanceof InvalidTopicException) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** What to throw where {@code topic} does not exist. */
  StoppedException absent(String topic) {
    Set<String> existing =
        admin.ask("for the names of topics", client -> client.listTopics().names());
    List<String> similar = SimilarNames.to(topic, existing);
    return StopReason.UNAVAILABLE.because(
        "topic %s does not exist: %s",
        topic,
        similar.isEmpty()
            ? "none of the broker's " + existing.size() + " topics has a similar name; create it"
            : "topics with similar names are " + similar + "; correct the name, or create it");
  }
}
