package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigOriginFactory;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What {@code -Dkey=value} gives.
 *
 * @param values what could be read
 * @param malformed a problem for each key or value that could not be read
 */
record CommandLineLayer(Config values, List<SettingProblem> malformed) {

  private static final String ORIGIN = "command line";

  /** All values; a later one of the same key wins. */
  static CommandLineLayer of(Map<String, String> overrides) {
    Config values = ConfigFactory.empty(ORIGIN);
    List<SettingProblem> malformed = new ArrayList<>();
    for (Map.Entry<String, String> override : overrides.entrySet()) {
      String key = override.getKey();
      try {
        values = values.withValue(PassThrough.path(key), value(override.getValue()));
      } catch (ConfigException unreadable) {
        malformed.add(problem(key, override.getValue(), unreadable));
      }
    }
    return new CommandLineLayer(values, malformed);
  }

  private static ConfigValue value(String text) {
    ConfigValue value =
        text.startsWith("[") || text.startsWith("{")
            ? ConfigFactory.parseString("value = " + text).getValue("value")
            : ConfigValueFactory.fromAnyRef(text);
    return value.withOrigin(ConfigOriginFactory.newSimple(ORIGIN));
  }

  private static SettingProblem problem(String key, String text, ConfigException unreadable) {
    String message =
        unreadable instanceof ConfigException.BadPath
            ? "is not the name of a key"
            : "cannot be read; a list is written [\"a\",\"b\"], an object {\"a\"=1}";
    return new SettingProblem(ORIGIN, key + " = " + Secrets.masked(key, text), message);
  }
}
