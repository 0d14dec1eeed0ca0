package io.offsetwise.bootstrap.run;

import io.offsetwise.bootstrap.process.ThisProgram;
import io.offsetwise.bootstrap.settings.SparkSettings;
import java.util.List;

/**
 * How executors of other processes get the program. {@code spark-submit} sends them what it was
 * given; a driver that was started otherwise sends the jar for spark-submit that lies beside it.
 */
final class ExecutorJars {

  /** Spark's own property; only {@code spark-submit} sets it. */
  private static final String SUBMITTED = "spark.submit.deployMode";

  private ExecutorJars() {}

  /** The settings, by which Spark sends what executors need. */
  static SparkSettings sentBy(SparkSettings spark) {
    return spark.properties().containsKey(SUBMITTED)
        ? spark
        : spark.sending(ThisProgram.clusterJar().map(List::of).orElseGet(List::of));
  }
}
