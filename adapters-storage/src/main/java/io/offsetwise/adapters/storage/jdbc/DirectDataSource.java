package io.offsetwise.adapters.storage.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Objects;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Opens a physical connection each time it is asked for one. Every connection of a {@link
 * JdbcConnections}, pooled or not, comes from here. Thread-safe.
 *
 * @param settings of the database
 * @param answer the longest wait for the answer to a statement
 */
public record DirectDataSource(JdbcSettings settings, Duration answer) implements DataSource {

  public DirectDataSource {
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(answer, "answer");
  }

  /** Opens connections of these settings; nothing is opened yet. */
  public static DirectDataSource of(JdbcSettings settings) {
    return new DirectDataSource(settings, settings.timeouts().answer());
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = settings.dialect().connect(settings, answer);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the user is part of the settings");
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("there is no log writer");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("the timeouts are part of the settings");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("java.util.logging is not used");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLFeatureNotSupportedException("this data source wraps nothing");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
