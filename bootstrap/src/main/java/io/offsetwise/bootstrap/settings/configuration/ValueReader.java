package io.offsetwise.bootstrap.settings.configuration;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import io.offsetwise.bootstrap.settings.value.UnacceptableValueException;
import io.offsetwise.bootstrap.settings.value.ValueParser;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads one value after the other and remembers all that are wrong, so that a user sees everything
 * at once. Not thread-safe.
 */
final class ValueReader {

  private final Config values;
  private final Config defaults;
  private final List<SettingProblem> problems = new ArrayList<>();

  /**
   * Reads from a merged configuration.
   *
   * @param values every known key
   * @param defaults every known key, with values that are right
   */
  ValueReader(Config values, Config defaults) {
    this.values = values;
    this.defaults = defaults;
  }

  /** The parsed value of {@code key}; the parsed default when it is wrong, and a problem noted. */
  <T> T read(String key, ValueParser<T> parser) {
    ConfigValue value = at(values, key);
    try {
      return parser.parse(value);
    } catch (UnacceptableValueException unacceptable) {
      report(key, unacceptable.getMessage());
      return parser.parse(at(defaults, key));
    }
  }

  /** Notes that the value of {@code key} is wrong together with others. */
  void report(String key, String message) {
    ConfigValue value = at(values, key);
    // A name of Kafka's or Spark's is quoted in a path, and typed without.
    String setting = key.replace("\"", "") + " = " + ShownValue.text(key, value);
    problems.add(new SettingProblem(Origins.shown(value.origin()), setting, message));
  }

  /** All problems so far, in the order in which the values were read. */
  List<SettingProblem> problems() {
    return List.copyOf(problems);
  }

  /** The value, which may be HOCON's null; the library's own getters refuse that. */
  private static ConfigValue at(Config config, String key) {
    ConfigValue value = config.root();
    for (String name : ConfigUtil.splitPath(key)) {
      value = ((ConfigObject) value).get(name);
    }
    return value;
  }
}
