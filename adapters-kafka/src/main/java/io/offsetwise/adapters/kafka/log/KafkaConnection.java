package io.offsetwise.adapters.kafka.log;

import io.offsetwise.adapters.kafka.secret.SecretReferences;
import io.offsetwise.domain.text.Text;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.IsolationLevel;

/**
 * How to reach Kafka. Travels from driver to executors; two with equal components share one client
 * where clients are shared.
 *
 * <p>Secrets are given by reference, {@code ${env:NAME}} or {@code ${file:/path}}, anywhere in the
 * value of a property; a client resolves them when it is opened.
 *
 * @param bootstrapServers one or more of {@code host:port}; not all of them need to live
 * @param properties passed to every client, over our own choices; empty by default
 * @param timeout the bound of each request to the broker
 */
public record KafkaConnection(
    List<String> bootstrapServers, Map<String, String> properties, Duration timeout)
    implements Serializable {

  private static final long SHORTEST_ATTEMPT_MS = 500;
  private static final Set<String> PARTS_OF_A_REQUEST = Set.of("request.timeout.ms", "linger.ms");

  public KafkaConnection {
    bootstrapServers = List.copyOf(bootstrapServers);
    properties = Map.copyOf(properties);
    if (bootstrapServers.isEmpty() || bootstrapServers.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException(
          "bootstrap servers " + bootstrapServers + " must be one or more of host:port");
    }
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must be positive but is " + timeout);
    }
  }

  /** A connection without further properties. */
  public static KafkaConnection to(Duration timeout, String... bootstrapServers) {
    return new KafkaConnection(List.of(bootstrapServers), Map.of(), timeout);
  }

  /**
   * Which records are read: what the property {@code isolation.level} says, and Kafka's own
   * default, uncommitted ones too, where it is not set.
   *
   * @throws IllegalArgumentException when Kafka knows no such level
   */
  public IsolationLevel isolationLevel() {
    String level =
        properties.getOrDefault(
            ConsumerConfig.ISOLATION_LEVEL_CONFIG, ConsumerConfig.DEFAULT_ISOLATION_LEVEL);
    return IsolationLevel.valueOf(level.strip().toUpperCase(Locale.ROOT));
  }

  /**
   * What any Kafka client is opened with: addresses, bounds and properties. Secrets are still
   * references in it, so that it may travel.
   *
   * @param bounds names of properties that take this connection's timeout in ms, such as {@code
   *     default.api.timeout.ms}, unless {@link #properties} say otherwise
   * @return a new map of Kafka's property names to values
   */
  public Map<String, String> clientProperties(String... bounds) {
    // A host that is dead or hangs must leave time to ask the next one within the bound.
    long share = timeout.toMillis() / (bootstrapServers.size() + 1L);
    long attempt = Math.min(timeout.toMillis(), Math.max(SHORTEST_ATTEMPT_MS, share));
    Map<String, String> all = new HashMap<>();
    Stream.of(
            CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG,
            CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG,
            CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG)
        .forEach(bound -> all.put(bound, Long.toString(attempt)));
    if (bootstrapServers.size() > 1) {
      String pause = Long.toString(pauseOfFailedHost(attempt));
      all.put(CommonClientConfigs.RECONNECT_BACKOFF_MS_CONFIG, pause);
      all.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, pause);
      // While the host that led a partition is left alone nothing but its age makes a client ask
      // the others who leads now.
      all.put(CommonClientConfigs.METADATA_MAX_AGE_CONFIG, Long.toString(attempt));
    }
    // Clients refuse a bound that is shorter than one request of the user's own choice may take.
    if (Collections.disjoint(properties.keySet(), PARTS_OF_A_REQUEST)) {
      Stream.of(bounds).forEach(bound -> all.put(bound, Long.toString(timeout.toMillis())));
    }
    all.putAll(properties);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, String.join(",", bootstrapServers));
    return SecretReferences.resolvableIn(all);
  }

  /**
   * For how many ms a host that has failed is left alone: clients choose at random, and with
   * Kafka's own 50 ms they choose a host that hangs again and again until the bound is over. Long
   * enough to ask all others, with the fifth by which Kafka shortens a pause.
   */
  private long pauseOfFailedHost(long attemptMs) {
    return (bootstrapServers.size() - 1) * attemptMs * 5 / 4;
  }

  /** Addresses, bound and the names of the properties: their values may be secrets. */
  @Override
  public String toString() {
    return Text.of(
        "Kafka at %s within %s ms, properties %s",
        bootstrapServers, timeout.toMillis(), new TreeSet<>(properties.keySet()));
  }
}
