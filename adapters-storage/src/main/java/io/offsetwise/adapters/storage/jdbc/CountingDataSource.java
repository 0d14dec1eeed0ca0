package io.offsetwise.adapters.storage.jdbc;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.h2.Driver;

/**
 * Opens physical connections and counts them. Every connection of a {@link JdbcConnections}, pooled
 * or not, comes from here. Thread-safe.
 */
public final class CountingDataSource implements DataSource {

  private final String url;
  private final Credentials credentials;
  private final AtomicLong opened = new AtomicLong();

  /** Opens connections of these settings; nothing is opened yet. */
  public CountingDataSource(JdbcSettings settings) {
    this(
        H2Url.parse(settings.url())
            .connectingUrl(settings.timeouts(), settings.timeouts().answer().toMillis()),
        settings.credentials());
  }

  CountingDataSource(String url, Credentials credentials) {
    this.url = Objects.requireNonNull(url, "url");
    this.credentials = Objects.requireNonNull(credentials, "credentials");
  }

  /** Number of physical connections that were opened so far. */
  public long opened() {
    return opened.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    // Not through DriverManager: it does not see drivers that spark-submit loaded.
    Connection connection = new Driver().connect(url, credentials.resolve());
    opened.incrementAndGet();
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
