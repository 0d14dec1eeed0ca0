package io.offsetwise.adapters.spark.driver.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code spark.master}: where tasks run.
 *
 * @param url as Spark takes it: {@code local[2]}, {@code local-cluster[2,1,1024]}, {@code
 *     spark://host:7077}, {@code yarn}, {@code k8s://...}
 */
public record SparkMaster(String url) {

  /** Spark's property. */
  public static final String PROPERTY = "spark.master";

  /** Where nobody has chosen one: this process, a task for each processor. */
  static final SparkMaster STANDARD = new SparkMaster("local[*]");

  /** What Spark takes, for a message. */
  static final String FORMS =
      "local, local[N], local[*], local[N,F], local-cluster[N,cores,MiB], spark://host:port, yarn,"
          + " k8s://https://host:port";

  /** A manager of a cluster, which reads the rest itself. */
  private static final Pattern CLUSTER =
      Pattern.compile("yarn|spark://[^\\s/]+:\\d+(?:,[^\\s/]+:\\d+)*|(?:k8s|mesos)://\\S+");

  /** As Spark's own patterns: threads, and how often a task may fail. */
  private static final Pattern THREADS =
      Pattern.compile("local(?:\\[\\s*(\\d+|\\*)\\s*(?:,\\s*(\\d+)\\s*)?])?");

  private static final Pattern WORKERS =
      Pattern.compile("local-cluster\\[\\s*\\d+\\s*,\\s*(\\d+)\\s*,\\s*\\d+\\s*]");

  public SparkMaster {
    Objects.requireNonNull(url, "url");
  }

  /** The one that these properties name, or {@code local[*]}. */
  public static SparkMaster of(Map<String, String> properties) {
    return Optional.ofNullable(properties.get(PROPERTY)).map(SparkMaster::new).orElse(STANDARD);
  }

  /** Whether this has one of the forms that Spark takes. */
  boolean isKnown() {
    return THREADS.matcher(url).matches()
        || WORKERS.matcher(url).matches()
        || CLUSTER.matcher(url).matches();
  }

  /** Whether tasks run in the driver's own process. */
  public boolean isOneProcess() {
    return url.equals("local") || url.startsWith("local[");
  }

  /** Whether tasks run on the driver's machine, in whatever processes. */
  public boolean isOneMachine() {
    return isOneProcess() || url.startsWith("local-cluster[");
  }

  /**
   * How many tasks with one processor each run at a time in one process; empty where the master
   * does not say it.
   */
  public Optional<Integer> processorsOfOneProcess() {
    if (url.equals("local")) {
      return Optional.of(1);
    }
    Matcher workers = WORKERS.matcher(url);
    String number = workers.matches() ? workers.group(1) : group(1);
    return Optional.ofNullable(number)
        .filter(digits -> digits.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf);
  }

  /** Whether a task that has failed in this process would be run again. */
  boolean repeatsTasks() {
    String failures = group(2);
    return failures != null && !failures.equals("1");
  }

  /** Of the form with threads; null where the URL has no such part. */
  private String group(int number) {
    Matcher threads = THREADS.matcher(url);
    return threads.matches() ? threads.group(number) : null;
  }
}
