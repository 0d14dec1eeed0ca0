package io.offsetwise.bootstrap.laboratory.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

  /** Of a proof that ends now, in this JVM. */
  public static Surroundings since(Instant startedAt) {
    return new Surroundings(
        startedAt,
        Duration.between(startedAt, Instant.now()),
        List.of(
            "Spark " + org.apache.spark.package$.MODULE$.SPARK_VERSION(),
            "Kafka " + AppInfoParser.getVersion(),
            "H2 " + org.h2.engine.Constants.VERSION,
            "Java " + Runtime.version().feature(),
            System.getProperty("os.name"),
            Runtime.getRuntime().availableProcessors() + " processors"));
  }
}
