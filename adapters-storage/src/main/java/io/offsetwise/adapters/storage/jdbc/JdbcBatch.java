package io.offsetwise.adapters.storage.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Sends rows of one statement to the database in batches, so that no more than one batch is held in
 * memory. Plain JDBC, because JDBI's batches cost up to half the speed of H2. Not thread-safe.
 *
 * @param <T> the rows
 */
public final class JdbcBatch<T> implements AutoCloseable {

  /** Number of rows that are sent together. */
  public static final int SIZE = 1_000;

  private final PreparedStatement statement;
  private final RowBinder<T> binder;
  private int pending;
  private long updated;

  /**
   * A batch of {@code sql} on a connection whose transaction is the caller's business.
   *
   * @throws UncheckedSqlException when the statement cannot be prepared
   */
  public JdbcBatch(Connection connection, String sql, RowBinder<T> binder) {
    this.binder = Objects.requireNonNull(binder, "binder");
    try {
      this.statement = connection.prepareStatement(sql);
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  /**
   * A batch of inserts that passes over rows whose unique key is there already, on a handle with an
   * open transaction.
   *
   * @param insert a whole {@code INSERT INTO ... VALUES (...)}
   * @throws UncheckedSqlException when the statement cannot be prepared
   */
  public static <T> JdbcBatch<T> ofMissing(Handle handle, String insert, RowBinder<T> binder) {
    return new JdbcBatch<>(
        handle.getConnection(), HandleDialect.of(handle).insertMissing(insert), binder);
  }

  /** Adds a row, and sends the batch when it is full. */
  public void add(T row) {
    try {
      binder.bind(statement, row);
      statement.addBatch();
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    pending++;
    if (pending == SIZE) {
      flush();
    }
  }

  /** Sends what is pending; must be called after the last row. */
  public void flush() {
    if (pending == 0) {
      return;
    }
    try {
      for (int count : statement.executeBatch()) {
        updated += count;
      }
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    pending = 0;
  }

  /** Number of rows that the statements sent so far have changed. */
  public long updated() {
    return updated;
  }

  /** Closes the statement; rows that were not flushed are dropped. */
  @Override
  public void close() {
    try {
      statement.close();
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }
}
