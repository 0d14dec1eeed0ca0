package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.TopicId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The id of a topic on which all brokers agree. A broker whose metadata lags still tells the id of
 * a topic that was deleted, while another one already serves the records of the topic that was
 * created under the same name: what one broker says proves nothing about what was read from
 * another.
 *
 * @param brokers asks them
 * @param connection its timeout bounds the waiting for a broker that lags
 */
record AgreedTopicIds(BrokerViews brokers, KafkaConnection connection) {

  /**
   * The id; empty when no broker knows such a topic.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when they do not agree in time, or
   *     none answers
   */
  Optional<TopicId> of(String topic) {
    Backoff backoff = new Backoff(connection.timeout());
    Map<String, BrokerView> views = brokers.of(topic);
    while (!isAgreed(views)) {
      if (!backoff.awaitRetry()) {
        throw answers(views).isEmpty() ? noAnswer(topic) : notAgreed(topic, views);
      }
      views = brokers.of(topic);
    }
    return answers(views).get(0);
  }

  /** Whoever cannot be reached has served nothing; whoever is silent may have. */
  private static boolean isAgreed(Map<String, BrokerView> views) {
    return answers(views).size() == 1
        && views.values().stream().noneMatch(BrokerView.Silent.class::isInstance);
  }

  /** The different ones. */
  private static List<Optional<TopicId>> answers(Map<String, BrokerView> views) {
    return views.values().stream()
        .filter(BrokerView.Answered.class::isInstance)
        .map(BrokerView.Answered.class::cast)
        .map(BrokerView.Answered::id)
        .distinct()
        .toList();
  }

  private StoppedException noAnswer(String topic) {
    return new ClientFailure(connection)
        .of("for the id of topic " + topic, new TimeoutException("no broker answers"));
  }

  private StoppedException notAgreed(String topic, Map<String, BrokerView> views) {
    return StopReason.UNAVAILABLE.because(
        """
        the brokers at %s did not agree on the id of topic %s within %s ms: %s; one of them has \
        probably lost its controller, or hangs; see its log, and start again when they agree""",
        connection.bootstrapServers(),
        topic,
        connection.timeout().toMillis(),
        new TreeMap<>(views)
            .entrySet().stream()
                .map(view -> view.getKey() + " " + view.getValue().describe())
                .collect(Collectors.joining(", ")));
  }
}
