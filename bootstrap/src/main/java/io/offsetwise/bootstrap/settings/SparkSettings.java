package io.offsetwise.bootstrap.settings;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code spark}: what is passed to Spark.
 *
 * @param properties by Spark's own names, with the prefix {@code spark.}
 */
public record SparkSettings(Map<String, String> properties) {

  private static final Pattern LOCAL = Pattern.compile("local(\\[\\s*(\\d+|\\*)\\s*(,.*)?])?");

  public SparkSettings {
    properties = Map.copyOf(properties);
  }

  /**
   * How many tasks run at a time in one JVM, at least 1; where nothing says how many processors it
   * has, it is taken for one with as many as this one.
   */
  public int tasksAtATime() {
    return Math.max(1, processors() / number("spark.task.cpus").orElse(1));
  }

  private int processors() {
    Matcher local = LOCAL.matcher(properties.getOrDefault("spark.master", "local[*]"));
    if (!local.matches()) {
      return number("spark.executor.cores").orElseGet(SparkSettings::ofThisMachine);
    }
    if (local.group(1) == null) {
      return 1;
    }
    return parsed(local.group(2)).orElseGet(SparkSettings::ofThisMachine);
  }

  private Optional<Integer> number(String property) {
    return Optional.ofNullable(properties.get(property)).flatMap(SparkSettings::parsed);
  }

  /** What is no number is Spark's to refuse. */
  private static Optional<Integer> parsed(String number) {
    return Optional.of(number)
        .filter(digits -> digits.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf);
  }

  private static int ofThisMachine() {
    return Runtime.getRuntime().availableProcessors();
  }
}
