package io.offsetwise.bootstrap.settings;

import io.offsetwise.adapters.spark.driver.runtime.SparkMaster;
import java.util.Map;
import java.util.Optional;

/**
 * {@code spark}: what is passed to Spark.
 *
 * @param properties by Spark's own names, with the prefix {@code spark.}
 */
public record SparkSettings(Map<String, String> properties) {

  public SparkSettings {
    properties = Map.copyOf(properties);
  }

  /** Where tasks run. */
  public SparkMaster master() {
    return SparkMaster.of(properties);
  }

  /**
   * How many tasks run at a time in one JVM, at least 1; where nothing says how many processors it
   * has, it is taken for one with as many as this one.
   */
  public int tasksAtATime() {
    return Math.max(1, processors() / number("spark.task.cpus").orElse(1));
  }

  private int processors() {
    SparkMaster master = master();
    return master
        .processorsOfOneProcess()
        .or(() -> master.isOneProcess() ? Optional.empty() : number("spark.executor.cores"))
        .orElseGet(SparkSettings::ofThisMachine);
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
