package io.offsetwise.bootstrap.settings;

import io.offsetwise.adapters.spark.driver.runtime.SparkMaster;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code spark}: what is passed to Spark.
 *
 * @param properties by Spark's own names, with the prefix {@code spark.}
 */
public record SparkSettings(Map<String, String> properties) {

  private static final String SCRATCH = "spark.local.dir";
  private static final String JARS = "spark.jars";

  public SparkSettings {
    properties = Map.copyOf(properties);
  }

  /** Where tasks run. */
  public SparkMaster master() {
    return SparkMaster.of(properties);
  }

  /**
   * The same with files that Spark sends to executors of other processes, beside those that it
   * sends already; where tasks run in this process, nothing is sent.
   *
   * @param jars on this machine
   */
  public SparkSettings sending(List<Path> jars) {
    if (jars.isEmpty() || master().isOneProcess()) {
      return this;
    }
    Map<String, String> sending = new HashMap<>(properties);
    Stream<String> sent = Optional.ofNullable(properties.get(JARS)).stream();
    Stream<String> more = jars.stream().map(jar -> jar.toAbsolutePath().toString());
    sending.put(JARS, Stream.concat(sent, more).collect(Collectors.joining(",")));
    return new SparkSettings(sending);
  }

  /**
   * The same with a folder for Spark's own temporary files, unless one is chosen already, or tasks
   * run on other machines.
   */
  public SparkSettings orScratchIn(Path folder) {
    if (!master().isOneMachine() || isChosen(SCRATCH)) {
      return this;
    }
    Map<String, String> chosen = new HashMap<>(properties);
    chosen.put(SCRATCH, folder.toString());
    return new SparkSettings(chosen);
  }

  /** Here, or by {@code spark-submit}. */
  private boolean isChosen(String property) {
    return properties.containsKey(property) || System.getProperty(property) != null;
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
