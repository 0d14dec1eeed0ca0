package io.offsetwise.adapters.spark.driver.stream;

import java.time.Duration;
import java.util.Map;

/**
 * How the direct stream reads.
 *
 * @param batchInterval the time between two batches, at least 1 ms
 * @param kafkaProperties properties of Kafka's consumer, {@code bootstrap.servers} among them; they
 *     go to driver and executors alike
 * @param stopBound the longest wait for Spark to stop a session
 */
public record DirectStreamSettings(
    Duration batchInterval, Map<String, String> kafkaProperties, Duration stopBound) {

  public DirectStreamSettings {
    kafkaProperties = Map.copyOf(kafkaProperties);
    requireMillis("batchInterval", batchInterval);
    requireMillis("stopBound", stopBound);
  }

  private static void requireMillis(String name, Duration time) {
    if (time.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be at least 1 ms but is " + time);
    }
  }
}
