package io.offsetwise.bootstrap.settings;

import java.util.Map;

/**
 * {@code spark}: what is passed to Spark.
 *
 * @param properties by Spark's own names, with the prefix {@code spark.}
 */
public record SparkSettings(Map<String, String> properties) {

  public SparkSettings {
    properties = Map.copyOf(properties);
  }
}
