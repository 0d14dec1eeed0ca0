package io.offsetwise.adapters.kafka.log;

import io.offsetwise.domain.offset.TopicId;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.requests.MetadataResponse;

/**
 * Asks every living broker what it knows of a topic. Which brokers live is told by all of them: one
 * that lags may not have heard of the newest. One connection to each is kept open. Thread-safe: one
 * question at a time.
 */
final class EveryBroker implements BrokerViews, AutoCloseable {

  /** A broker that does not answer must leave time to ask again without it. */
  private static final int ROUNDS = 3;

  private final KafkaConnection connection;
  private final BrokerExchange exchange;
  private final Set<Node> bootstrap;
  private Set<Node> living;

  private EveryBroker(KafkaConnection connection, BrokerExchange exchange, Set<Node> bootstrap) {
    this.connection = connection;
    this.exchange = exchange;
    this.bootstrap = bootstrap;
    this.living = bootstrap;
  }

  /** Opens no connection yet. */
  static EveryBroker open(KafkaConnection connection) {
    return new EveryBroker(connection, BrokerExchange.open(connection), bootstrap(connection));
  }

  private static Set<Node> bootstrap(KafkaConnection connection) {
    try {
      Set<Node> nodes = new HashSet<>();
      for (InetSocketAddress address :
          ClientUtils.parseAndValidateAddresses(connection.bootstrapServers(), "use_all_dns_ips")) {
        // As Kafka's clients do: negative numbers until the brokers have told theirs.
        nodes.add(new Node(-1 - nodes.size(), address.getHostString(), address.getPort()));
      }
      return Set.copyOf(nodes);
    } catch (RuntimeException e) {
      throw new ClientFailure(connection).notOpened(e);
    }
  }

  @Override
  public synchronized Map<String, BrokerView> of(String topic) {
    Map<Node, BrokerView> views = new HashMap<>();
    Set<Node> listed = new HashSet<>();
    Set<Node> next = living;
    while (!next.isEmpty()) {
      BrokerReplies replies = ask(next, topic);
      next.forEach(broker -> views.put(broker, view(broker, replies)));
      listed.addAll(replies.living());
      next = new HashSet<>(listed);
      next.removeAll(views.keySet());
    }
    living = listed.isEmpty() ? bootstrap : Set.copyOf(listed);
    return named(views);
  }

  private BrokerReplies ask(Set<Node> brokers, String topic) {
    Duration bound = connection.timeout().dividedBy(ROUNDS);
    try {
      BrokerReplies replies = exchange.ask(brokers, List.of(topic), bound);
      replies.answered().values().forEach(EveryBroker::requireAnswer);
      return replies;
    } catch (KafkaException e) {
      throw new ClientFailure(connection, Rights.READING.about(topic))
          .of("for the id of topic " + topic, e);
    }
  }

  /** Who is counted among the living by nobody any more has served nothing. */
  private Map<String, BrokerView> named(Map<Node, BrokerView> views) {
    Map<String, BrokerView> named = new LinkedHashMap<>();
    views.forEach(
        (broker, view) -> {
          if (living.contains(broker) || view instanceof BrokerView.Answered) {
            named.put(broker.toString(), view);
          }
        });
    return named;
  }

  private static BrokerView view(Node broker, BrokerReplies replies) {
    MetadataResponse answer = replies.answered().get(broker);
    if (answer == null) {
      return replies.unreachable().contains(broker)
          ? new BrokerView.Unreachable()
          : new BrokerView.Silent();
    }
    return isBeingMade(answer) ? new BrokerView.Silent() : new BrokerView.Answered(idIn(answer));
  }

  private static boolean isBeingMade(MetadataResponse answer) {
    return errors(answer)
        .anyMatch(
            error ->
                error instanceof RetriableException
                    && !(error instanceof UnknownTopicOrPartitionException));
  }

  private static Optional<TopicId> idIn(MetadataResponse answer) {
    return answer.topicMetadata().stream()
        .filter(topic -> topic.error().exception() == null)
        .map(topic -> TopicCatalog.idOf(topic.topic(), topic.topicId()))
        .findFirst();
  }

  /** A topic that is not there is an answer, no permission to see it is none. */
  private static void requireAnswer(MetadataResponse answer) {
    errors(answer)
        .filter(error -> !(error instanceof RetriableException))
        .filter(error -> !(error instanceof InvalidTopicException))
        .findFirst()
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private static Stream<ApiException> errors(MetadataResponse answer) {
    return answer.topicMetadata().stream()
        .map(topic -> topic.error().exception())
        .filter(Objects::nonNull);
  }

  @Override
  public synchronized void close() {
    exchange.close();
  }
}
