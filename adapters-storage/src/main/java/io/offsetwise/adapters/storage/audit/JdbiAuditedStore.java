package io.offsetwise.adapters.storage.audit;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiAuditedOffsets;
import io.offsetwise.adapters.storage.offset.StreamTables;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.AuditedStream;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.function.Function;

/**
 * One stream of a database under audit, read in one snapshot.
 *
 * @param stream which one
 * @param connections of its database
 * @param results read the job's results
 * @param <R> how they are read
 */
public record JdbiAuditedStore<R>(
    StreamName stream, JdbcConnections connections, ResultViews<R> results)
    implements AuditedStore<R> {

  public JdbiAuditedStore {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(results, "results");
  }

  @Override
  public <T> T atOneInstant(Function<AuditedStream<R>, T> work) {
    return connections.inSnapshot(
        handle -> {
          new StreamTables(handle).require(stream);
          return work.apply(
              new AuditedStream<>(
                  new JdbiAuditedOffsets(handle, stream), results.in(handle, stream)));
        });
  }
}
