package io.offsetwise.adapters.kafka.secret;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Teaches a Kafka client to resolve {@code ${env:NAME}} and {@code ${file:/path}}. */
public final class SecretReferences {

  private static final String PROVIDERS = "config.providers";

  private SecretReferences() {}

  /**
   * The properties with our sources of secrets added to those that they name themselves. Values
   * stay as they are: references are resolved by the client that is opened with them.
   *
   * @param properties properties of a Kafka client
   * @return a new map
   */
  public static Map<String, String> resolvableIn(Map<String, String> properties) {
    Map<String, String> resolvable = new HashMap<>(properties);
    resolvable.putIfAbsent(PROVIDERS + ".env.class", EnvironmentSecrets.class.getName());
    resolvable.putIfAbsent(PROVIDERS + ".file.class", FileSecrets.class.getName());
    Stream<String> named = Stream.of(properties.getOrDefault(PROVIDERS, "").split(",", -1));
    resolvable.put(
        PROVIDERS,
        Stream.concat(named, Stream.of("env", "file"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(",")));
    return resolvable;
  }
}
