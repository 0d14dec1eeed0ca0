package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A value as it may be shown to people; secrets are masked.
 *
 * @param key the key
 * @param value the value: plain text, or HOCON's concise form of a list or an object
 * @param origin {@code file:line}, or {@code command line}
 */
public record ShownValue(String key, String value, String origin) {

  /** The value of {@code key}; of a map that is not empty, each of its values. */
  static Stream<ShownValue> of(String key, ConfigValue value) {
    if (value instanceof ConfigObject map && !map.isEmpty()) {
      return new TreeMap<>(map)
          .entrySet().stream().map(entry -> single(key + "." + entry.getKey(), entry.getValue()));
    }
    return Stream.of(single(key, value));
  }

  private static ShownValue single(String key, ConfigValue value) {
    return new ShownValue(key, text(key, value), Origins.shown(value.origin()));
  }

  /** What is shown of a value of this key. */
  static String text(String key, ConfigValue value) {
    if (value.valueType() == ConfigValueType.STRING) {
      return Secrets.masked(key, value.unwrapped().toString());
    }
    return MaskedValue.of(value).render(ConfigRenderOptions.concise());
  }
}
