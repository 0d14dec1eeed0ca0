package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.DirectDataSource;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SqlFailures;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;

/**
 * A running H2 server on 127.0.0.1. What is committed to it survives a kill of its process. Clients
 * cannot create other databases, nor leave the folder.
 */
final class H2Server implements LocalDatabase {

  private static final String BIND_ADDRESS = "h2.bindAddress";
  private static final String LOOPBACK = "127.0.0.1";
  private static final String NAME = "offsetwise";
  private static final String USER = "offsetwise";
  private static final String OPTIONS = ";MODE=PostgreSQL;WRITE_DELAY=0";

  private final LocalDatabaseSettings settings;
  private final Connection keepAlive;
  private final Server server;

  private H2Server(LocalDatabaseSettings settings, Connection keepAlive, Server server) {
    this.settings = settings;
    this.keepAlive = keepAlive;
    this.server = server;
  }

  /**
   * Starts the server and creates the database when it is not there.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the folder is not writable, the
   *     database is in use by another process, or the port is taken
   */
  static H2Server start(LocalDatabaseSettings settings) {
    // H2 listens on all interfaces otherwise, and has no parameter for it. Read once in a JVM.
    System.setProperty(BIND_ADDRESS, LOOPBACK);
    PasswordFile.in(settings.folder()).createIfMissing();
    Connection keepAlive = open(settings);
    try {
      return new H2Server(settings, keepAlive, serve(settings));
    } catch (StoppedException portTaken) {
      shutDown(keepAlive, settings);
      throw portTaken;
    }
  }

  /** This connection keeps the database open, or the last client that leaves would close it. */
  private static Connection open(LocalDatabaseSettings settings) {
    JdbcSettings embedded =
        JdbcSettings.pooled(embeddedUrl(settings.folder()), credentials(settings.folder()));
    try {
      return DirectDataSource.of(embedded).getConnection();
    } catch (SQLException failure) {
      throw SqlFailures.of(embedded).translate(new UncheckedSqlException(failure));
    }
  }

  private static Server serve(LocalDatabaseSettings settings) {
    try {
      return Server.createTcpServer(
              "-tcpPort",
              Integer.toString(settings.port()),
              "-baseDir",
              settings.folder().toString(),
              "-tcpDaemon")
          .start();
    } catch (SQLException failure) {
      throw StopReason.UNAVAILABLE.because(
          failure,
          "the local database cannot listen on %s:%s: another program probably uses the port; stop"
              + " it, or choose another port or 0",
          LOOPBACK,
          settings.port());
    }
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public JdbcSettings client() {
    return client(settings.folder(), port());
  }

  /** See {@link LocalDatabaseKind#client}. */
  static JdbcSettings client(Path folder, int port) {
    return JdbcSettings.pooled(
        "jdbc:h2:tcp://127.0.0.1:" + port + "/./" + NAME + OPTIONS, credentials(folder));
  }

  private static Credentials credentials(Path folder) {
    return new Credentials.User(USER, PasswordFile.in(folder).reference());
  }

  private static String embeddedUrl(Path folder) {
    // Whoever started the database closes it; a hook of H2 would do so under running clients.
    return "jdbc:h2:file:" + folder.resolve(NAME) + OPTIONS + ";DB_CLOSE_ON_EXIT=FALSE";
  }

  /** Stops the server and closes the database; open transactions are rolled back. */
  @Override
  public void close() {
    server.stop();
    shutDown(keepAlive, settings);
  }

  private static void shutDown(Connection connection, LocalDatabaseSettings settings) {
    try (Statement statement = connection.createStatement()) {
      statement.execute("SHUTDOWN");
    } catch (SQLException failure) {
      throw StopReason.UNAVAILABLE.because(
          failure,
          "the local database in %s did not close properly: the disk is probably full; what was"
              + " committed is safe",
          settings.folder());
    }
  }
}
