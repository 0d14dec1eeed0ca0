package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.save.JdbcStoreProvider;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.save.SplitStoreProvider;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.offset.StreamName;

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

  /** Whether one transaction can hold both results and offsets. */
  public Atomicity atomicity() {
    return results.equals(offsets) ? Atomicity.ONE_TRANSACTION : Atomicity.SEPARATE_COMMITS;
  }

  /** Opens the store of a job's results and offsets, wherever the two are kept. */
  public <R> StoreProvider<R> stores(StreamName stream, ResultWriters<R> writers) {
    StoreProvider<R> ofResults = new JdbcStoreProvider<>(stream, results, writers);
    return switch (atomicity()) {
      case ONE_TRANSACTION -> ofResults;
      case SEPARATE_COMMITS ->
          new SplitStoreProvider<>(new JdbcStoreProvider<>(stream, offsets, writers), ofResults);
    };
  }
}
