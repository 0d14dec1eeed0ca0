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
import java.util.regex.Pattern;

/**
 * Values that were given one by one, as {@code key=value}.
 *
 * @param values what could be read
 * @param malformed a problem for each key or value that could not be read
 */
record GivenLayer(Config values, List<SettingProblem> malformed) {

  private static final String COMMAND_LINE = "command line";

  /** A host and the colon of its port: no list goes on so. */
  private static final Pattern IPV6_HOST = Pattern.compile("\\[[0-9A-Fa-f:.]+(?:%\\w+)?]:\\d");

  private static final String SPARK_SUBMIT = "spark-submit";

  /** What {@code -Dkey=value} gives. */
  static GivenLayer ofCommandLine(Map<String, String> overrides) {
    return of(COMMAND_LINE, overrides);
  }

  /** What {@code spark-submit --conf} gives. */
  static GivenLayer ofSparkSubmit(Map<String, String> submitted) {
    return of(SPARK_SUBMIT, submitted);
  }

  private static GivenLayer of(String origin, Map<String, String> given) {
    Config values = ConfigFactory.empty(origin);
    List<SettingProblem> malformed = new ArrayList<>();
    for (Map.Entry<String, String> one : given.entrySet()) {
      String key = one.getKey();
      try {
        ConfigValue value = value(key, one.getValue());
        ConfigValue shown = value.withOrigin(ConfigOriginFactory.newSimple(origin));
        values = values.withValue(PassThrough.path(key), shown);
      } catch (ConfigException unreadable) {
        malformed.add(problem(origin, key, one.getValue(), unreadable));
      }
    }
    return new GivenLayer(values, malformed);
  }

  /** What others have named is theirs to read, whatever it begins with. */
  private static ConfigValue value(String key, String text) {
    boolean structured = text.startsWith("[") || text.startsWith("{");
    return structured && !PassThrough.isWithin(key) && !IPV6_HOST.matcher(text).lookingAt()
        ? ConfigFactory.parseString("value = " + text).getValue("value")
        : ConfigValueFactory.fromAnyRef(text);
  }

  private static SettingProblem problem(
      String origin, String key, String text, ConfigException unreadable) {
    String message =
        unreadable instanceof ConfigException.BadPath
            ? "is not the name of a key"
            : "cannot be read; a list is written [\"a\",\"b\"], an object {\"a\"=1}";
    return new SettingProblem(origin, key + " = " + Secrets.masked(key, text), message);
  }
}
