package io.offsetwise.adapters.spark.driver.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A property with one right value: set where the user left it open, refused where the user set it
 * otherwise. Upper and lower case do not matter to Spark and Kafka in such values.
 *
 * @param key the property
 * @param value its right value
 * @param because what another value would do, without a full stop
 */
public record RequiredProperty(String key, String value, String because) {

  public RequiredProperty {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(because, "because");
  }

  /** Why what the user set cannot stay; empty when it can, or when nothing was set. */
  Optional<String> refusal(Map<String, String> ofUser) {
    String given = ofUser.getOrDefault(key, value);
    if (given.trim().equalsIgnoreCase(value)) {
      return Optional.empty();
    }
    return Optional.of(
        key + " = " + given + " is refused: " + because + "; remove it, the stream sets " + value);
  }
}
