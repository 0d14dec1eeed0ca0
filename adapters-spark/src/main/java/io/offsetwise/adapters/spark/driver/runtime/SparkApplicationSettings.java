package io.offsetwise.adapters.spark.driver.runtime;

import java.util.Map;
import java.util.Objects;

/**
 * What the user wants of Spark.
 *
 * @param applicationName shown by Spark's own tools
 * @param properties {@code spark.*} properties that the user set; they win unless they break the
 *     guarantee
 * @param maxRatePerPartition number of offsets per second that are read from one partition at most,
 *     unless {@code spark.streaming.kafka.maxRatePerPartition} is set; it bounds the first batch
 *     after an outage
 */
public record SparkApplicationSettings(
    String applicationName, Map<String, String> properties, long maxRatePerPartition) {

  /** The rate limit where nobody chose one, in offsets per second and partition. */
  public static final long DEFAULT_MAX_RATE_PER_PARTITION = 10_000;

  public SparkApplicationSettings {
    Objects.requireNonNull(applicationName, "applicationName");
    properties = Map.copyOf(properties);
    if (maxRatePerPartition < 1) {
      throw new IllegalArgumentException(
          "maxRatePerPartition must be at least 1 but is " + maxRatePerPartition);
    }
  }

  /** Settings with the default rate limit. */
  public static SparkApplicationSettings of(
      String applicationName, Map<String, String> properties) {
    return new SparkApplicationSettings(
        applicationName, properties, DEFAULT_MAX_RATE_PER_PARTITION);
  }
}
