package io.offsetwise.adapters.kafka.log;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.ApiVersions;
import org.apache.kafka.clients.ClientResponse;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.clients.ManualMetadataUpdater;
import org.apache.kafka.clients.NetworkClient;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.network.Selector;
import org.apache.kafka.common.requests.MetadataRequest;
import org.apache.kafka.common.requests.MetadataResponse;
import org.apache.kafka.common.utils.LogContext;
import org.apache.kafka.common.utils.Time;

/**
 * Asks brokers by name for the metadata of topics, all at the same time: Kafka's admin client asks
 * whichever it likes. Made of the parts that Kafka's own clients are made of, so that the
 * connection's properties for encryption and login count here as well. Not thread-safe.
 */
final class BrokerExchange implements AutoCloseable {

  private static final long RECONNECT_PAUSE_MS = 50;
  private static final long LONGEST_POLL_MS = 20;

  /**
   * Whoever is no broker answers with bytes that would be taken for the length of a reply, and
   * Kafka's own clients try to get as much memory.
   */
  private static final int LARGEST_REPLY_BYTES = 16 << 20;

  private final NetworkClient client;
  private final Time time = Time.SYSTEM;

  private BrokerExchange(NetworkClient client) {
    this.client = client;
  }

  static BrokerExchange open(KafkaConnection connection) {
    try {
      AdminClientConfig config = new AdminClientConfig(Map.copyOf(connection.clientProperties()));
      return new BrokerExchange(client(config));
    } catch (RuntimeException e) {
      throw new ClientFailure(connection).notOpened(e);
    }
  }

  private static NetworkClient client(AdminClientConfig config) {
    LogContext log = new LogContext("[every broker] ");
    Selector selector =
        new Selector(
            LARGEST_REPLY_BYTES,
            config.getLong(AdminClientConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG),
            new Metrics(),
            Time.SYSTEM,
            "every-broker",
            Map.of(),
            true,
            ClientUtils.createChannelBuilder(config, Time.SYSTEM, log),
            log);
    return new NetworkClient(
        selector,
        new ManualMetadataUpdater(),
        "offsetwise-every-broker",
        1,
        RECONNECT_PAUSE_MS,
        RECONNECT_PAUSE_MS,
        config.getInt(AdminClientConfig.SEND_BUFFER_CONFIG),
        config.getInt(AdminClientConfig.RECEIVE_BUFFER_CONFIG),
        config.getInt(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG),
        config.getLong(AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG),
        config.getLong(AdminClientConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG),
        Time.SYSTEM,
        true,
        new ApiVersions(),
        log);
  }

  /**
   * Asks each of {@code brokers}, on a connection that is kept for the next time.
   *
   * @param topics to ask for; none of them for the living brokers alone
   * @param bound how long to wait; who has not answered by then is in neither part of the replies
   * @throws KafkaException when the login is refused, or a broker is too old for the question
   */
  BrokerReplies ask(Collection<Node> brokers, List<String> topics, Duration bound) {
    Round round = new Round(topics);
    long end = time.milliseconds() + bound.toMillis();
    while (!brokers.stream().allMatch(round.replies::has) && time.milliseconds() < end) {
      brokers.stream().filter(broker -> !round.replies.has(broker)).forEach(round::advance);
      client.poll(LONGEST_POLL_MS, time.milliseconds()).forEach(round::take);
    }
    // A late answer would be one to an older question.
    round.asked.keySet().forEach(client::disconnect);
    return round.replies;
  }

  @Override
  public void close() {
    client.close();
  }

  private final class Round {

    private final MetadataRequest.Builder question;
    private final BrokerReplies replies = new BrokerReplies();
    private final Set<Node> tried = new HashSet<>();
    private final Map<String, Node> asked = new HashMap<>();

    private Round(List<String> topics) {
      this.question = new MetadataRequest.Builder(topics, false);
    }

    /** Connects, or asks whoever is connected; what failed before this round is tried again. */
    private void advance(Node broker) {
      long now = time.milliseconds();
      if (asked.containsKey(broker.idString())) {
        return;
      }
      if (tried.contains(broker) && client.connectionFailed(broker)) {
        requireLogin(client.authenticationException(broker));
        replies.unreachable().add(broker);
        return;
      }
      if (!client.connectionFailed(broker) || client.connectionDelay(broker, now) <= 0) {
        tried.add(broker);
      }
      if (client.ready(broker, now)) {
        client.send(client.newClientRequest(broker.idString(), question, now, true), now);
        asked.put(broker.idString(), broker);
      }
    }

    private void take(ClientResponse response) {
      requireLogin(response.authenticationException());
      if (response.versionMismatch() != null) {
        throw response.versionMismatch();
      }
      Node broker = asked.remove(response.destination());
      if (broker != null && response.responseBody() instanceof MetadataResponse answer) {
        replies.answered().put(broker, answer);
      } else {
        tried.remove(broker); // the connection was lost: try another one
      }
    }

    private static void requireLogin(AuthenticationException refused) {
      if (refused != null) {
        throw refused;
      }
    }
  }
}
