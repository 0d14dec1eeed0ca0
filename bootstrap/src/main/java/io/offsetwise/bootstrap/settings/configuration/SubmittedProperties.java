package io.offsetwise.bootstrap.settings.configuration;

import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What {@code spark-submit} was told. It hands its properties to the program as system properties
 * of the driver, in every deploy mode and on every cluster manager, and lets none through that does
 * not begin with {@code spark.}: a setting of ours is therefore {@code spark.offsetwise.KEY} there.
 * Spark's own are settings of ours too, {@code spark.KEY}.
 */
final class SubmittedProperties {

  private static final String SPARK = "spark.";
  private static final String OURS = SPARK + "offsetwise.";

  private SubmittedProperties() {}

  /**
   * The settings among the properties of a process, by key. What is blank was not chosen: {@code
   * spark-submit} sets some so.
   */
  static Map<String, String> in(Properties process) {
    Map<String, String> settings = new TreeMap<>();
    for (String name : process.stringPropertyNames()) {
      String value = process.getProperty(name);
      if (name.startsWith(OURS)) {
        settings.put(name.substring(OURS.length()), value);
      } else if (name.startsWith(SPARK) && !value.isBlank()) {
        settings.putIfAbsent(name, value);
      }
    }
    return settings;
  }
}
