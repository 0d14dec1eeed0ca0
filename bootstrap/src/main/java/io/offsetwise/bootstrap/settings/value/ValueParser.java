package io.offsetwise.bootstrap.settings.value;

import com.typesafe.config.ConfigValue;

/**
 * Turns one value of the configuration into what the program works with.
 *
 * @param <T> what it becomes
 */
@FunctionalInterface
public interface ValueParser<T> {

  /**
   * The parsed value.
   *
   * @throws UnacceptableValueException when the value is not allowed here
   */
  T parse(ConfigValue value);
}
