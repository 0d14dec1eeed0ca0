package io.offsetwise.adapters.spark.driver.runtime;

import org.apache.spark.SparkConf;
import scala.Tuple2;

/**
 * Spark's configuration in the driver, with one default that Spark takes from nowhere but the
 * environment: where its web UI listens. By default that is every interface of the machine.
 */
final class DriverConf extends SparkConf {

  private static final long serialVersionUID = 1L;
  private static final String LISTENING_ADDRESS = "SPARK_LOCAL_IP";
  private static final String BIND_ADDRESS = "spark.driver.bindAddress";
  private static final String LOOPBACK = "127.0.0.1";

  /** With the {@code spark.*} system properties, which {@code spark-submit} has set. */
  DriverConf() {
    super(true);
  }

  private DriverConf(SparkConf original) {
    super(false);
    for (Tuple2<String, String> property : original.getAll()) {
      set(property._1(), property._2(), true);
    }
  }

  /** {@inheritDoc} The UI listens where the driver does, and on loopback when nobody chose. */
  @Override
  public String getenv(String name) {
    String chosen = super.getenv(name);
    return chosen == null && name.equals(LISTENING_ADDRESS) ? get(BIND_ADDRESS, LOOPBACK) : chosen;
  }

  /** {@inheritDoc} Spark works with copies. */
  @Override
  public SparkConf clone() {
    return new DriverConf(this);
  }
}
