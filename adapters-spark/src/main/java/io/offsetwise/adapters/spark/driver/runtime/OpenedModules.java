package io.offsetwise.adapters.spark.driver.runtime;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import org.apache.spark.SparkContext;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * What Spark needs opened by Java 17 and newer; without it, it fails half-way through its start.
 */
final class OpenedModules {

  /** One of many that are opened together, and the first that a driver misses. */
  private static final String NEEDED = "sun.nio.ch";

  private OpenedModules() {}

  /**
   * Refuses a JVM in which Spark cannot start.
   *
   * @throws StoppedException with reason {@code IMPOSSIBLE}, which names the options
   */
  static void require() {
    require(Object.class.getModule().isExported(NEEDED, SparkContext.class.getModule()));
  }

  /** The same where it is known whether it is opened. */
  static void require(boolean opened) {
    if (!opened) {
      throw StopReason.IMPOSSIBLE.because(
          "this Java does not open its package %s to Spark, which cannot start without it: a"
              + " standalone master starts a driver of deploy mode cluster so; add to spark-submit"
              + " --driver-java-options \"%s\"",
          NEEDED, JavaModuleOptions.defaultModuleOptions());
    }
  }
}
