package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.SqlFailures;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.adapters.storage.offset.JdbiGuardedOffsets;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.save.CommitStore;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.save.SaveTransaction;
import io.offsetwise.domain.guarantee.Commit;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * Offsets and results in one database: each commit is one transaction on one connection. Used on
 * driver and executors; thread-safe.
 *
 * @param <R> the job's results
 */
public final class JdbiCommitStore<R> implements CommitStore<R> {

  private final StreamName stream;
  private final JdbcConnections connections;
  private final ResultWriters<R> writers;

  /**
   * A store on these connections, which stay open when the store is closed: they are shared.
   *
   * @param stream whose offsets and results
   * @param connections of a database that holds both
   * @param writers write the job's results
   */
  public JdbiCommitStore(StreamName stream, JdbcConnections connections, ResultWriters<R> writers) {
    this.stream = Objects.requireNonNull(stream, "stream");
    this.connections = Objects.requireNonNull(connections, "connections");
    this.writers = Objects.requireNonNull(writers, "writers");
  }

  /**
   * {@inheritDoc}
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code TRANSIENT}, {@code
   *     UNAVAILABLE} or {@code SCHEMA_VERSION} when the database failed; after a connection lost
   *     during the commit nobody knows whether it is durable, and the message says so
   */
  @Override
  public CommitDecision commit(Commit commit, Function<SaveTransaction<R>, CommitDecision> work) {
    return connections.commit(handle -> work.apply(open(handle, LetterKey.neededBy(commit))));
  }

  @Override
  public HeldResults<R> hold() {
    SqlFailures failures = connections.failures();
    return new Told<>(writers.held(failures.dialect().bulkWriter(), stream), failures);
  }

  private SaveTransaction<R> open(Handle handle, LetterKey letters) {
    return new SaveTransaction<>(
        new JdbiGuardedOffsets(handle, stream),
        writers.in(handle, stream),
        new DeadLetterWriter(handle, stream, letters));
  }

  /** Says of a value that the database does not hold what it would say of it in a transaction. */
  private record Told<R>(HeldResults<R> results, SqlFailures failures) implements HeldResults<R> {

    @Override
    public void add(R result) {
      try {
        results.add(result);
      } catch (UncheckedSqlException refused) {
        throw failures.translate(refused);
      }
    }

    @Override
    public void writeTo(ResultWriter<R> writer) {
      results.writeTo(writer);
    }

    @Override
    public void close() {
      results.close();
    }
  }

  /** Does nothing: each commit gives its connection back, and the rest is shared. */
  @Override
  public void close() {}
}
