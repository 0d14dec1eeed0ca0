package io.offsetwise.bootstrap.laboratory.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where and when a proof was made.
 *
 * @param startedAt when it began
 * @param took how long it lasted
 * @param versions of what took part, as texts
 */
public record Surroundings(Instant startedAt, Duration took, List<String> versions) {

  public Surroundings {
    Objects.requireNonNull(startedAt, "startedAt");
    Objects.requireNonNull(took, "took");
    versions = List.copyOf(versions);
  }

  /**
   * Of a proof that ends now, in this JVM.
   *
   * @param databases that took part, with their versions
   */
  public static Surroundings since(Instant startedAt, List<String> databases) {
    return new Surroundings(
        startedAt,
        Duration.between(startedAt, Instant.now()),
        Stream.of(
                Stream.of(
                    "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                    "Kafka " + AppInfoParser.getVersion()),
                databases.stream(),
                Stream.of(
                    "Java " + Runtime.version().feature(),
                    System.getProperty("os.name"),
                    Runtime.getRuntime().availableProcessors() + " processors"))
            .flatMap(versions -> versions)
            .toList());
  }
}
