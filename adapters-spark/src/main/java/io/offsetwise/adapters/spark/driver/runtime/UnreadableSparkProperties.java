package io.offsetwise.adapters.spark.driver.runtime;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.internal.config.ConfigEntry;

/**
 * Finds values of Spark's properties that Spark itself could not read, which it would notice when
 * it starts, or in the first task. What a property may be is told by Spark's own entries; one that
 * has none, such as a listener's, is taken as it is.
 */
public final class UnreadableSparkProperties {

  /** Spark replaces such a part when it reads the value. */
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{[^}]+}");

  private UnreadableSparkProperties() {}

  /**
   * What is wrong with each value that Spark cannot read.
   *
   * @param properties by Spark's own names
   * @return by the property's name; empty when all can be read
   */
  public static SortedMap<String, String> in(Map<String, String> properties) {
    SortedMap<String, String> problems = new TreeMap<>();
    properties.forEach(
        (name, value) ->
            problem(name, value)
                .ifPresent(problem -> problems.put(name, "Spark says: " + problem)));
    SparkMaster master = SparkMaster.of(properties);
    if (!master.isKnown()) {
      problems.put(SparkMaster.PROPERTY, "must be one of " + SparkMaster.FORMS);
    }
    return problems;
  }

  private static Optional<String> problem(String name, String value) {
    if (REFERENCE.matcher(value).find()) {
      return Optional.empty();
    }
    return Entries.of(name).flatMap(entry -> problem(entry, value));
  }

  private static Optional<String> problem(ConfigEntry<?> entry, String value) {
    try {
      entry.valueConverter().apply(value);
      return Optional.empty();
    } catch (IllegalArgumentException unreadable) {
      return Optional.of(unreadable.getMessage().lines().findFirst().orElse("it cannot be read"));
    }
  }

  /** Spark registers an entry when the object that holds it is first used. */
  private static final class Entries {

    static {
      DriverSurroundings.complete();
      Stream.of(
              org.apache.spark.internal.config.package$.MODULE$,
              org.apache.spark.internal.config.Kryo$.MODULE$,
              org.apache.spark.internal.config.Network$.MODULE$,
              org.apache.spark.internal.config.Status$.MODULE$,
              org.apache.spark.internal.config.Streaming$.MODULE$,
              org.apache.spark.internal.config.UI$.MODULE$,
              org.apache.spark.streaming.StreamingConf$.MODULE$,
              org.apache.spark.streaming.kafka010.package$.MODULE$)
          .forEach(Objects::requireNonNull);
    }

    private Entries() {}

    static Optional<ConfigEntry<?>> of(String name) {
      return Optional.ofNullable(ConfigEntry.findEntry(name));
    }
  }
}
