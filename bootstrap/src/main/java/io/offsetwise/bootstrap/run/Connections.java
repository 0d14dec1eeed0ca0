package io.offsetwise.bootstrap.run;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.storage.audit.JdbiAuditedStore;
import io.offsetwise.adapters.storage.audit.ResultViews;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.adapters.storage.save.JdbcStoreProvider;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.SplitAuditedStore;
import io.offsetwise.application.save.SplitStoreProvider;
import io.offsetwise.application.save.StoreProvider;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.guarantee.Atomicity;
import io.offsetwise.domain.guarantee.SavePlan;
import io.offsetwise.domain.offset.StreamName;
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

  /** A job's stream under audit, wherever its results and its offsets are kept. */
  public <R> AuditedStore<R> audited(StreamName stream, SavePlan plan, ResultViews<R> views) {
    AuditedStore<R> ofResults = new JdbiAuditedStore<>(stream, PerJvm.get(results), views);
    return switch (atomicity()) {
      case ONE_TRANSACTION -> ofResults;
      case SEPARATE_COMMITS -> {
        // The database of the offsets has no tables of the job.
        AuditedStore<StreamName> ofOffsets =
            new JdbiAuditedStore<>(stream, PerJvm.get(offsets), (handle, name) -> name);
        yield new SplitAuditedStore<>(plan, ofOffsets, ofResults);
      }
    };
  }

  /** The same, with another bound on the wait for the answer to one statement. */
  public Connections waitingForAnswers(Duration bound) {
    return new Connections(kafka, waiting(results, bound), waiting(offsets, bound));
  }

  private static JdbcSettings waiting(JdbcSettings database, Duration bound) {
    JdbcTimeouts timeouts = database.timeouts();
    return database.with(new JdbcTimeouts(timeouts.connection(), timeouts.lock(), bound));
  }
}
