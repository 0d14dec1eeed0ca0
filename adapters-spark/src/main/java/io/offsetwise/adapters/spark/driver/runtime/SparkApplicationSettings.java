package io.offsetwise.adapters.spark.driver.runtime;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * What the user wants of Spark.
 *
 * @param applicationName shown by Spark's own tools
 * @param properties {@code spark.*} properties that the user set; they win unless they break the
 *     guarantee
 * @param maxRatePerPartition number of records per second that are read from one partition at most,
 *     unless {@code spark.streaming.kafka.maxRatePerPartition} is set; it bounds the first batch
 *     after an outage
 * @param pollTimeout longest wait of a task for its next record, unless {@code
 *     spark.streaming.kafka.consumer.poll.ms} is set; Spark itself waits for two minutes
 * @param cachedConsumers number of consumers that an executor keeps open at most, unless {@code
 *     spark.streaming.kafka.consumer.cache.maxCapacity} is set; with fewer than the partitions that
 *     it reads, it would open and close one for each task
 */
public record SparkApplicationSettings(
    String applicationName,
    Map<String, String> properties,
    long maxRatePerPartition,
    Duration pollTimeout,
    int cachedConsumers) {

  /** The poll timeout where nobody chose one. */
  public static final Duration DEFAULT_POLL_TIMEOUT = Duration.ofSeconds(10);

  /** The rate limit where nobody chose one, in records per second and partition. */
  public static final long DEFAULT_MAX_RATE_PER_PARTITION = 10_000;

  /** The stream's own consumer, and the one of earlier batches. */
  private static final int READERS_OF_A_PARTITION = 2;

  /** The number of cached consumers where nobody knows the partitions; it is Spark's own. */
  public static final int DEFAULT_CACHED_CONSUMERS = 64;

  public SparkApplicationSettings {
    Objects.requireNonNull(applicationName, "applicationName");
    Objects.requireNonNull(pollTimeout, "pollTimeout");
    properties = Map.copyOf(properties);
    if (maxRatePerPartition < 1) {
      throw new IllegalArgumentException(
          "maxRatePerPartition must be at least 1 but is " + maxRatePerPartition);
    }
  }

  /** Settings with the default number of cached consumers. */
  public SparkApplicationSettings(
      String applicationName,
      Map<String, String> properties,
      long maxRatePerPartition,
      Duration pollTimeout) {
    this(applicationName, properties, maxRatePerPartition, pollTimeout, DEFAULT_CACHED_CONSUMERS);
  }

  /** These settings for a stream of so many partitions, which a window may read twice. */
  public SparkApplicationSettings forPartitions(int partitions) {
    return new SparkApplicationSettings(
        applicationName,
        properties,
        maxRatePerPartition,
        pollTimeout,
        Math.max(DEFAULT_CACHED_CONSUMERS, READERS_OF_A_PARTITION * partitions));
  }

  /** Settings with the default rate limit and poll timeout. */
  public static SparkApplicationSettings of(
      String applicationName, Map<String, String> properties) {
    return new SparkApplicationSettings(
        applicationName, properties, DEFAULT_MAX_RATE_PER_PARTITION, DEFAULT_POLL_TIMEOUT);
  }
}
