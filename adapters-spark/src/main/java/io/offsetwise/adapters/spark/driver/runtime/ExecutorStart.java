package io.offsetwise.adapters.spark.driver.runtime;

import io.offsetwise.application.stop.StopReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What executors that are processes of their own are started from. Without it Spark starts and ends
 * them over and over, and says so in its log alone.
 */
final class ExecutorStart {

  private static final String HOME = "SPARK_HOME";

  /** By one of these, executors have the program's classes; the first is set by spark-submit. */
  private static final List<String> CLASSES =
      List.of("spark.submit.deployMode", "spark.jars", "spark.executor.extraClassPath");

  private ExecutorStart() {}

  /**
   * Refuses a start whose executors would have no class path.
   *
   * @param properties all of Spark's
   * @param environment of this process
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code IMPOSSIBLE}
   */
  static void require(Map<String, String> properties, Map<String, String> environment) {
    SparkMaster master = SparkMaster.of(properties);
    if (master.isOneProcess()) {
      return;
    }
    if (CLASSES.stream().noneMatch(properties::containsKey)) {
      throw StopReason.IMPOSSIBLE.because(
          "%s = %s without spark-submit: executors would have none of the program's classes; start"
              + " offsetwise-cluster.jar by spark-submit (`offsetwise package` says how), or name"
              + " that jar by spark.jars",
          SparkMaster.PROPERTY, master.url());
    }
    if (master.isOneMachine() && !isDistribution(environment.get(HOME))) {
      throw StopReason.IMPOSSIBLE.because(
          "%s = %s starts executors from a Spark distribution, and %s names none (it is %s): set it"
              + " to a folder that has Spark's jars in its folder jars, or use local[2]",
          SparkMaster.PROPERTY, master.url(), HOME, environment.get(HOME));
    }
  }

  private static boolean isDistribution(String home) {
    return home != null && Files.isDirectory(Path.of(home, "jars"));
  }
}
