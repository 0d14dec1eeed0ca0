package io.offsetwise.adapters.kafka.log;

import io.offsetwise.adapters.kafka.log.PortProbe.Answer;
import io.offsetwise.domain.text.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.utils.Utils;

/**
 * Why Kafka is silent: which addresses were tried, where they come from, and what is behind them.
 * Kafka's clients tell none of it. Takes some seconds at most, and is asked after a failure only.
 *
 * @param connection whose client has waited in vain
 */
record Reachability(KafkaConnection connection) {

  private static final Duration LONGEST_KNOCK = Duration.ofSeconds(1);
  private static final String WHERE_FROM = "kafka.bootstrap-servers";

  /** Probable cause and remedy, in words that end a sentence. */
  String explained() {
    TreeMap<String, Answer> answers = new TreeMap<>();
    Set<Node> brokers = new HashSet<>();
    for (Node node : bootstrap()) {
      Answer answer = PortProbe.at(node, bound());
      answers.put(address(node), answer);
      if (answer == (isEncrypted() ? Answer.TLS : Answer.KAFKA)) {
        brokers.add(node);
      }
    }
    return otherProtocol(answers)
        .or(() -> beyondReach(answers))
        .or(() -> advertised(brokers))
        .orElseGet(() -> silent(answers));
  }

  /** Whether their names have addresses or not. */
  private Set<Node> bootstrap() {
    Set<Node> nodes = new HashSet<>();
    for (String server : connection.bootstrapServers()) {
      nodes.add(new Node(-1 - nodes.size(), Utils.getHost(server), Utils.getPort(server)));
    }
    return nodes;
  }

  /** A wrong protocol at one address is one at all of them. */
  private Optional<String> otherProtocol(TreeMap<String, Answer> answers) {
    Answer wrong = isEncrypted() ? Answer.KAFKA : Answer.TLS;
    return answers.entrySet().stream()
        .filter(answer -> answer.getValue() == wrong)
        .findFirst()
        .map(
            answer ->
                Text.of(
                    "%s (%s) speaks %s, and kafka.properties.security.protocol is %s; set it to"
                        + " %s, or name the port of another listener",
                    answer.getKey(),
                    WHERE_FROM,
                    isEncrypted() ? "Kafka without TLS" : "TLS",
                    protocol(),
                    isEncrypted() ? "PLAINTEXT or SASL_PLAINTEXT" : "SSL or SASL_SSL"));
  }

  private static Optional<String> beyondReach(TreeMap<String, Answer> answers) {
    if (!answers.values().stream().allMatch(Reachability::isBeyondReach)) {
      return Optional.empty();
    }
    return Optional.of(
        Text.of(
            "%s (%s): the broker is probably down, or the address wrong; start it, or correct %s",
            named(answers), WHERE_FROM, WHERE_FROM));
  }

  /** Clients go on with the addresses that a broker tells them. */
  private Optional<String> advertised(Set<Node> brokers) {
    List<String> unreachable = new ArrayList<>();
    for (Node broker : listedBy(brokers)) {
      Answer answer = PortProbe.at(broker, bound());
      if (isBeyondReach(answer)) {
        unreachable.add(Text.of("broker %s at %s %s", broker.id(), address(broker), words(answer)));
      }
    }
    return unreachable.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Text.of(
                "%s can be reached, but what it advertises cannot: %s; correct advertised.listeners"
                    + " of the brokers, or how these names are resolved here",
                WHERE_FROM, String.join(", ", unreachable)));
  }

  private Set<Node> listedBy(Set<Node> brokers) {
    try (BrokerExchange exchange = BrokerExchange.open(connection)) {
      return exchange.ask(brokers, List.of(), bound()).living();
    } catch (KafkaException refused) {
      return Set.of();
    }
  }

  private String silent(TreeMap<String, Answer> answers) {
    return Text.of(
        "%s (%s): the broker is probably overloaded or hangs, its port is one for another"
            + " security.protocol than %s, or another program's; see its log, or correct %s or"
            + " kafka.properties.security.protocol",
        named(answers), WHERE_FROM, protocol(), WHERE_FROM);
  }

  private static String named(TreeMap<String, Answer> answers) {
    return answers.entrySet().stream()
        .map(answer -> answer.getKey() + " " + words(answer.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String words(Answer answer) {
    return switch (answer) {
      case UNRESOLVED -> "is a name without an address";
      case UNREACHABLE -> "takes no connection";
      case SILENT -> "takes a connection and says nothing";
      case KAFKA -> "speaks Kafka without TLS";
      case TLS -> "speaks TLS";
      case OTHER -> "closes the connection, or does not speak Kafka";
    };
  }

  private static boolean isBeyondReach(Answer answer) {
    return answer == Answer.UNRESOLVED || answer == Answer.UNREACHABLE;
  }

  private boolean isEncrypted() {
    return protocol().endsWith("SSL");
  }

  private String protocol() {
    return connection
        .properties()
        .getOrDefault(
            CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
            CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
  }

  private Duration bound() {
    Duration bound = connection.timeout();
    return bound.compareTo(LONGEST_KNOCK) < 0 ? bound : LONGEST_KNOCK;
  }

  private static String address(Node broker) {
    return broker.host() + ":" + broker.port();
  }
}
