package io.offsetwise.adapters.kafka.log;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * Finds values of Kafka's properties that its clients could not read, which they would notice when
 * the first of them is opened. What a property may be is told by the clients' own definitions; one
 * that none of them has, such as an interceptor's, is taken as it is. Pure.
 */
public final class UnreadableKafkaProperties {

  private static final ConfigDef[] CLIENTS = {
    ConsumerConfig.configDef(), ProducerConfig.configDef(), AdminClientConfig.configDef()
  };

  /** Kafka replaces such a part when a client is opened. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}:]+:[^}]+}");

  private UnreadableKafkaProperties() {}

  /**
   * What is wrong with each value that a client cannot read.
   *
   * @param properties of a Kafka client, references unresolved
   * @return by the property's name; empty when all can be read
   */
  public static SortedMap<String, String> in(Map<String, String> properties) {
    SortedMap<String, String> problems = new TreeMap<>();
    properties.forEach(
        (name, value) -> problem(name, value).ifPresent(problem -> problems.put(name, problem)));
    return problems;
  }

  private static Optional<String> problem(String name, String value) {
    if (REFERENCE.matcher(value).find()) {
      return Optional.empty();
    }
    return Stream.of(CLIENTS)
        .map(client -> client.configKeys().get(name))
        .flatMap(Stream::ofNullable)
        .flatMap(key -> problem(key, value).stream())
        .findFirst();
  }

  /** The message of Kafka's own names property and value, which stand before it already. */
  private static Optional<String> problem(ConfigDef.ConfigKey key, String value) {
    try {
      Object parsed = ConfigDef.parseType(key.name, value, key.type);
      if (key.validator != null) {
        key.validator.ensureValid(key.name, parsed);
      }
      return Optional.empty();
    } catch (ConfigException unreadable) {
      String type = key.type.toString().toLowerCase(Locale.ROOT);
      String range = key.validator == null ? "" : ", " + key.validator;
      return Optional.of("is no value of this property of Kafka's, of type " + type + range);
    }
  }
}
