package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.shared.SharedResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * All that is needed to open connections to a database, in a form that travels to executors and may
 * be printed: secrets are references.
 *
 * <p>Equal settings share one {@link JdbcConnections} in a JVM, see {@link
 * io.offsetwise.application.shared.PerJvm}.
 *
 * @param dialect of the database
 * @param url a JDBC URL that the dialect reads, without a password in it
 * @param credentials as whom to connect
 * @param choice a pool, or a connection for each save
 * @param poolSize most connections that the pool holds, at least 1; without meaning for {@link
 *     ConnectionChoice#PER_SAVE}
 * @param timeouts the bounds of every wait
 */
public record JdbcSettings(
    Dialect dialect,
    String url,
    Credentials credentials,
    ConnectionChoice choice,
    int poolSize,
    JdbcTimeouts timeouts)
    implements SharedResource<JdbcConnections> {

  private static final int STANDARD_POOL_SIZE = 8;

  /** The last one: a password with a slash in it, where no path can be meant. */
  private static final Pattern SECRET_IN_URL =
      Pattern.compile(
          "(password|pwd)\\s*=|//[^/@]*:[^/@]*@|^\\s*jdbc:[^:]+://[^?;]*:[^?;]*@",
          Pattern.CASE_INSENSITIVE);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when they cannot work, whatever the database says
   */
  public JdbcSettings {
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(timeouts, "timeouts");
    requireNoSecret(url);
    if (poolSize < 1) {
      throw new IllegalArgumentException("pool size " + poolSize + " is smaller than 1");
    }
    dialect.requireSupported(url);
  }

  /**
   * A pool of 8 connections with the standard timeouts, to a database whose dialect is found by its
   * URL.
   *
   * @throws IllegalArgumentException when no dialect reads such URLs
   */
  public static JdbcSettings pooled(String url, Credentials credentials) {
    return pooled(dialectOf(url), url, credentials);
  }

  /** A pool of 8 connections with the standard timeouts. */
  public static JdbcSettings pooled(Dialect dialect, String url, Credentials credentials) {
    return new JdbcSettings(
        dialect,
        url,
        credentials,
        ConnectionChoice.POOL,
        STANDARD_POOL_SIZE,
        JdbcTimeouts.STANDARD);
  }

  private static Dialect dialectOf(String url) {
    requireNoSecret(url);
    return Dialects.onClassPath().of(url);
  }

  private static void requireNoSecret(String url) {
    if (SECRET_IN_URL.matcher(url).find()) {
      // The URL is not shown: it holds the secret.
      throw new IllegalArgumentException(
          "the JDBC URL holds a password, which Spark would write into every checkpoint file: take"
              + " it out of the URL and name an environment variable or a file instead");
    }
  }

  /**
   * These settings for another database, perhaps of another kind.
   *
   * @throws IllegalArgumentException when no dialect reads such URLs
   */
  public JdbcSettings withUrl(String other) {
    return new JdbcSettings(dialectOf(other), other, credentials, choice, poolSize, timeouts);
  }

  /** These settings for the same database, which must be there: none comes into being. */
  public JdbcSettings existing() {
    return new JdbcSettings(
        dialect, dialect.existing(url), credentials, choice, poolSize, timeouts);
  }

  /** These settings with another choice of connections. */
  public JdbcSettings with(ConnectionChoice other) {
    return new JdbcSettings(dialect, url, credentials, other, poolSize, timeouts);
  }

  /** These settings with another size of the pool. */
  public JdbcSettings withPoolSize(int size) {
    return new JdbcSettings(dialect, url, credentials, choice, size, timeouts);
  }

  /** These settings with other timeouts. */
  public JdbcSettings with(JdbcTimeouts other) {
    return new JdbcSettings(dialect, url, credentials, choice, poolSize, other);
  }

  /**
   * Whether several processes can use the database at the same time. One in a file may belong to a
   * single process, and one in memory is another one in each process.
   */
  public boolean isShared() {
    return dialect.isShared(url);
  }

  /** The URL without its options: what tells this database from others. */
  public String address() {
    return dialect.address(url);
  }

  /** Whether what is stored is gone with the process that holds it, this one or a server's. */
  public boolean isMemory() {
    return dialect.isMemory(url);
  }

  /**
   * Connects once, for no longer than the connection timeout, and makes sure that the database
   * keeps what is committed to it.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code UNAVAILABLE} when it
   *     cannot be used, {@code IMPOSSIBLE} when a kill would lose committed transactions
   */
  public void requireUsable() {
    DataSource source = new DirectDataSource(this, timeouts.connection());
    try (Connection connection = source.getConnection()) {
      dialect.requireDurable(url, connection);
    } catch (SQLException failure) {
      throw SqlFailures.of(this).translate(new UncheckedSqlException(failure));
    }
  }

  /**
   * Opens the connections; see {@link JdbcConnections#open}. Whoever wants to share them asks
   * {@link io.offsetwise.application.shared.PerJvm#get} instead.
   */
  @Override
  public JdbcConnections open() {
    return JdbcConnections.open(this);
  }
}
