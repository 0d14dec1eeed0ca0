package io.offsetwise.bootstrap.stream;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.domain.guarantee.Atomicity;
import java.time.Duration;

/**
 * Where this run finds its broker and its database: the services that the settings name, or the
 * local ones.
 *
 * @param kafka how to reach the broker
 * @param results how to reach the database of the results
 * @param offsets how to reach the database of the offsets; equal to {@code results} unless the
 *     settings name another one
 */
public record Connections(KafkaConnection kafka, JdbcSettings results, JdbcSettings offsets) {

  /** Whether one transaction can hold both results and the offsets of the own store. */
  public Atomicity atomicity() {
    return results.equals(offsets) ? Atomicity.ONE_TRANSACTION : Atomicity.SEPARATE_COMMITS;
  }

  /** The same, with another bound on the wait for the answer to one statement. */
  public Connections waitingForAnswers(Duration bound) {
    return new Connections(kafka, waiting(results, bound), waiting(offsets, bound));
  }

  private static JdbcSettings waiting(JdbcSettings database, Duration bound) {
    return database.with(database.timeouts().withAnswer(bound));
  }
}
