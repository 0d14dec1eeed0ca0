package io.offsetwise.bootstrap.explain;

import io.offsetwise.adapters.spark.driver.runtime.ConsumerProperties;
import io.offsetwise.adapters.spark.driver.runtime.RequiredProperty;
import io.offsetwise.adapters.spark.driver.runtime.SparkRequirements;
import io.offsetwise.domain.guarantee.DeliveryGuarantee;
import java.util.List;
import java.util.stream.Stream;

/** What a guarantee requires of Spark, of Kafka's consumers and of the databases. */
final class Requirements {

  private static final String OF_KAFKA = "kafka.properties.";

  private static final Requirement ONE_DATABASE =
      new Requirement(
          "offsets.jdbc.url",
          "storage.jdbc.url",
          "offsets in another database would commit in a transaction of their own");

  private Requirements() {}

  /** In a fixed order: Spark's, Kafka's, the databases'. */
  static List<Requirement> of(DeliveryGuarantee guarantee) {
    return Stream.of(
            new SparkRequirements(guarantee)
                .requirements().stream().map(required -> requirement("", required)),
            ConsumerProperties.requirements().stream()
                .map(required -> requirement(OF_KAFKA, required)),
            Stream.of(ONE_DATABASE).filter(database -> guarantee.plan().savesTogether()))
        .flatMap(requirements -> requirements)
        .toList();
  }

  private static Requirement requirement(String prefix, RequiredProperty required) {
    return new Requirement(prefix + required.key(), required.value(), required.because());
  }
}
