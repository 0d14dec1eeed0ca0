package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.shared.SharedResource;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * All that is needed to open connections to a database, in a form that travels to executors and may
 * be printed: secrets are references.
 *
 * <p>Equal settings share one {@link JdbcConnections} in a JVM, see {@link
 * io.offsetwise.application.shared.PerJvm}.
 *
 * @param url a JDBC URL of H2, without a password in it
 * @param credentials as whom to connect
 * @param choice a pool, or a connection for each save
 * @param poolSize most connections that the pool holds, at least 1; without meaning for {@link
 *     ConnectionChoice#PER_SAVE}
 * @param timeouts the bounds of every wait
 */
public record JdbcSettings(
    String url,
    Credentials credentials,
    ConnectionChoice choice,
    int poolSize,
    JdbcTimeouts timeouts)
    implements SharedResource<JdbcConnections> {

  private static final int STANDARD_POOL_SIZE = 8;
  private static final Pattern SECRET_IN_URL =
      Pattern.compile("(password|pwd)\\s*=|//[^/@]*:[^/@]*@", Pattern.CASE_INSENSITIVE);

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException when they cannot work, whatever the database says
   */
  public JdbcSettings {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(choice, "choice");
    Objects.requireNonNull(timeouts, "timeouts");
    if (SECRET_IN_URL.matcher(url).find()) {
      // The URL is not shown: it holds the secret.
      throw new IllegalArgumentException(
          "the JDBC URL holds a password, which Spark would write into every checkpoint file: take"
              + " it out of the URL and name an environment variable or a file instead");
    }
    if (poolSize < 1) {
      throw new IllegalArgumentException("pool size " + poolSize + " is smaller than 1");
    }
    H2Url.parse(url);
  }

  /** A pool of 8 connections with the standard timeouts. */
  public static JdbcSettings pooled(String url, Credentials credentials) {
    return new JdbcSettings(
        url, credentials, ConnectionChoice.POOL, STANDARD_POOL_SIZE, JdbcTimeouts.STANDARD);
  }

  /** These settings for another database. */
  public JdbcSettings withUrl(String other) {
    return new JdbcSettings(other, credentials, choice, poolSize, timeouts);
  }

  /** These settings with another choice of connections. */
  public JdbcSettings with(ConnectionChoice other) {
    return new JdbcSettings(url, credentials, other, poolSize, timeouts);
  }

  /** These settings with another size of the pool. */
  public JdbcSettings withPoolSize(int size) {
    return new JdbcSettings(url, credentials, choice, size, timeouts);
  }

  /** These settings with other timeouts. */
  public JdbcSettings with(JdbcTimeouts other) {
    return new JdbcSettings(url, credentials, choice, poolSize, other);
  }

  /**
   * Whether several processes can use the database at the same time. One in a file belongs to a
   * single process, and one in memory is another one in each process.
   */
  public boolean isShared() {
    return H2Url.parse(url).isShared();
  }

  /** The URL without its options: what tells this database from others. */
  public String address() {
    return H2Url.parse(url).address();
  }

  /** Whether what is stored is gone with the process that holds it, this one or a server's. */
  public boolean isMemory() {
    return H2Url.parse(url).isMemory();
  }

  /**
   * Connects once, for no longer than the connection timeout, and makes sure that the database
   * keeps what is committed to it.
   *
   * @throws io.offsetwise.application.stop.StreamStoppedException with reason {@code UNAVAILABLE}
   *     when it cannot be used, {@code IMPOSSIBLE} when a kill would lose committed transactions
   */
  public void requireUsable() {
    new DurabilityCheck(this).require();
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
