package io.offsetwise.adapters.storage.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import io.offsetwise.application.save.CommitDecision;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * The live connections of some settings: a pool, or a connection for each transaction. Everything
 * that touches the database runs in a transaction here: at READ COMMITTED, or in a snapshot that
 * only reads. Thread-safe; used on driver and executors.
 */
public final class JdbcConnections implements AutoCloseable {

  /** A snapshot is taken at the first statement, not at the begin. */
  private static final String FIRST_STATEMENT = "SELECT 1";

  private static final long LONGEST_PAUSE_MS = 500;

  private final Jdbi jdbi;
  private final Runnable closing;
  private final SqlFailures failures;

  private JdbcConnections(DataSource source, Runnable closing, JdbcSettings settings) {
    this.jdbi =
        Jdbi.create(source)
            .configure(HandleDialect.class, handles -> handles.set(settings.dialect()));
    this.closing = closing;
    this.failures = SqlFailures.of(settings);
  }

  /**
   * Looks at the database once, then opens connections as they are needed.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when
   *     the database cannot be used, {@code IMPOSSIBLE} when it would lose what was committed
   */
  static JdbcConnections open(JdbcSettings settings) {
    settings.requireUsable();
    return switch (settings.choice()) {
      case PER_SAVE -> new JdbcConnections(DirectDataSource.of(settings), () -> {}, settings);
      case POOL -> {
        HikariDataSource pool = ConnectionPool.of(settings);
        yield new JdbcConnections(pool, pool::close, settings);
      }
    };
  }

  /** What failures of this database mean, and its dialect. */
  public SqlFailures failures() {
    return failures;
  }

  /**
   * Runs {@code work} in one transaction, which is committed when the work returns and rolled back
   * when it throws.
   *
   * @param work may use the handle during this call only
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code TRANSIENT}, {@code
   *     UNAVAILABLE} or {@code SCHEMA_VERSION} when the database failed, {@code RESULTS_REFUSED}
   *     when it took a value for none that it can store; what else the work throws passes unchanged
   */
  public <T> T inTransaction(Function<Handle, T> work) {
    try {
      return run(work, result -> true);
    } catch (JdbiException | UncheckedSqlException failure) {
      throw failures.translate(failure);
    }
  }

  /**
   * As {@link #inTransaction}, but rolled back as well when the work decides so, and run again a
   * few times when it is the victim of a deadlock: writers of different partitions may write rows
   * with the same keys, in whatever order their records are.
   *
   * @param work must do the same each time it is called; what an earlier call wrote is rolled back
   */
  public CommitDecision commit(Function<Handle, CommitDecision> work) {
    for (int attempt = 1; true; attempt++) {
      try {
        return run(work, CommitDecision.COMMIT::equals);
      } catch (JdbiException | UncheckedSqlException failure) {
        if (attempt >= failures.attempts(failure)) {
          throw failures.translate(failure);
        }
        letOthersThrough(failure);
      }
    }
  }

  /** Two that have given up at the same time must not meet again. */
  private void letOthersThrough(RuntimeException failure) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MS));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw failures.translate(failure);
    }
  }

  /**
   * Runs {@code work} on the whole database as it is at the beginning of this call, however long it
   * takes: it sees no commit of others, waits for none and makes none wait.
   *
   * @param work reads; may use the handle during this call only
   * @throws io.offsetwise.application.stop.StoppedException as {@link #inTransaction}
   */
  public <T> T inSnapshot(Function<Handle, T> work) {
    try (Handle handle = jdbi.open()) {
      handle.setReadOnly(true);
      handle.setTransactionIsolationLevel(HandleDialect.of(handle).snapshotIsolation());
      handle.begin();
      T result =
          attempt(
              handle,
              snapshot -> {
                snapshot.execute(FIRST_STATEMENT);
                return work.apply(snapshot);
              });
      handle.rollback();
      return result;
    } catch (JdbiException | UncheckedSqlException failure) {
      throw failures.translate(failure);
    }
  }

  private <T> T run(Function<Handle, T> work, Predicate<T> commits) {
    try (Handle handle = jdbi.open()) {
      handle.begin();
      T result = attempt(handle, work);
      if (commits.test(result)) {
        commit(handle);
      } else {
        handle.rollback();
      }
      return result;
    }
  }

  private static <T> T attempt(Handle handle, Function<Handle, T> work) {
    try {
      return work.apply(handle);
    } catch (Throwable thrown) {
      rollBack(handle, thrown);
      throw thrown;
    }
  }

  private static void rollBack(Handle handle, Throwable thrown) {
    try {
      handle.rollback();
    } catch (JdbiException failure) {
      // The database rolls back by itself when the connection is gone.
      thrown.addSuppressed(failure);
    }
  }

  private void commit(Handle handle) {
    try {
      handle.commit();
    } catch (JdbiException failure) {
      throw failures.translateCommit(failure);
    }
  }

  /** Closes the pool; transactions that still run lose their connection. */
  @Override
  public void close() {
    closing.run();
  }
}
