package io.offsetwise.bootstrap.job;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.bootstrap.settings.Settings;
import java.util.Objects;

/**
 * What a job may use of the run that it belongs to. Used on the driver.
 *
 * @param settings of the run
 * @param results the database of its results
 * @param kafka how to reach the broker
 */
public record JobResources(Settings settings, JdbcSettings results, KafkaConnection kafka) {
  public JobResources {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(results, "results");
    Objects.requireNonNull(kafka, "kafka");
  }
}
