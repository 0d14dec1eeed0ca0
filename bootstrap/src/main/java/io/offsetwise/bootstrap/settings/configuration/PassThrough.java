package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The keys whose value is a map with names that others have chosen: Kafka's, Spark's, partitions.
 *
 * <p>Such names hold dots, which HOCON takes for nesting; here they are made one flat map, so that
 * {@code spark.executor.memory} is the same key in a file, quoted or not, and on the command line.
 */
final class PassThrough {

  private static final List<String> KEYS = List.of("kafka.properties", "spark", "start.first");

  private PassThrough() {}

  /** Whether the value of {@code key} is such a map. */
  static boolean isMap(String key) {
    return KEYS.contains(key);
  }

  /** Whether {@code key} is that of one value in such a map. */
  static boolean isWithin(String key) {
    return KEYS.stream().anyMatch(map -> key.startsWith(map + "."));
  }

  /**
   * The layer without these maps: what a map has by default must not meet what a file has in it
   * before both are flat, or one name would have two values.
   */
  static Config without(Config layer) {
    Config others = layer;
    for (String key : KEYS) {
      if (layer.getValue(key) instanceof ConfigObject) {
        others = others.withoutPath(key);
      }
    }
    return others;
  }

  /** The layer with each of these maps flat. */
  static Config flatten(Config layer) {
    Config flat = layer;
    for (String key : KEYS) {
      if (layer.hasPath(key) && layer.getValue(key) instanceof ConfigObject nested) {
        Map<String, ConfigValue> values = new TreeMap<>();
        collect("", nested, values);
        ConfigValue map = ConfigValueFactory.fromMap(values).withOrigin(nested.origin());
        flat = flat.withoutPath(key).withValue(key, map);
      }
    }
    return flat;
  }

  /** The path of a key as one types it: below one of these maps, the rest of it is one name. */
  static String path(String key) {
    return KEYS.stream()
        .filter(map -> key.startsWith(map + "."))
        .findFirst()
        .map(map -> map + "." + ConfigUtil.quoteString(key.substring(map.length() + 1)))
        .orElse(key);
  }

  private static void collect(String prefix, ConfigObject object, Map<String, ConfigValue> values) {
    object.forEach(
        (name, value) -> {
          if (value instanceof ConfigObject nested) {
            collect(prefix + name + ".", nested, values);
          } else {
            values.put(prefix + name, value);
          }
        });
  }
}
