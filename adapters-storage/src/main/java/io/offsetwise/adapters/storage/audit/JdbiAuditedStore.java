package io.offsetwise.adapters.storage.audit;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.offset.JdbiOffsetJournal;
import io.offsetwise.application.audit.AuditedStore;
import io.offsetwise.application.audit.AuditedStream;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

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

  private static final String STREAM_TABLES =
      "SELECT COUNT(*) FROM information_schema.tables WHERE LOWER(table_name) = 'stream_offset'";

  public JdbiAuditedStore {
    Objects.requireNonNull(stream, "stream");
    Objects.requireNonNull(connections, "connections");
    Objects.requireNonNull(results, "results");
  }

  @Override
  public <T> T atOneInstant(Function<AuditedStream<R>, T> work) {
    return connections.inSnapshot(
        handle -> {
          requireStreams(handle);
          return work.apply(
              new AuditedStream<>(
                  new JdbiOffsetJournal(handle, stream), results.in(handle, stream)));
        });
  }

  /** A database that no driver has ever migrated is no damaged one. */
  private void requireStreams(Handle handle) {
    boolean none = handle.createQuery(STREAM_TABLES).mapTo(Long.class).one() == 0;
    if (none) {
      throw new StreamStoppedException(
          StopReason.UNAVAILABLE,
          "stream "
              + stream
              + " is not stored here, because no stream is: this database has probably never been"
              + " used by a job; correct its address, or run the job first");
    }
  }
}
