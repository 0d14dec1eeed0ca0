package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import java.nio.file.Path;

/**
 * Where a local database lives.
 *
 * @param folder the folder that holds its files and nothing else's; made absolute
 * @param port TCP port on 127.0.0.1; 0 for any free one
 */
public record LocalDatabaseSettings(Path folder, int port) {

  static final String NAME = "offsetwise";
  static final String USER = "offsetwise";
  static final String OPTIONS = ";MODE=PostgreSQL;WRITE_DELAY=0";

  private static final int HIGHEST_PORT = 65_535;

  public LocalDatabaseSettings {
    folder = folder.toAbsolutePath().normalize();
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port " + port + " is not in 0.." + HIGHEST_PORT);
    }
  }

  /** A database in {@code folder} on any free port. */
  public static LocalDatabaseSettings onAnyPort(Path folder) {
    return new LocalDatabaseSettings(folder, 0);
  }

  /**
   * The settings of clients, in this process or another one.
   *
   * @param boundPort the port that the server really listens on
   */
  public JdbcSettings client(int boundPort) {
    return JdbcSettings.pooled(
        "jdbc:h2:tcp://127.0.0.1:" + boundPort + "/./" + NAME + OPTIONS, credentials());
  }

  /** The database's only user; the password lies in a file of the folder. */
  public Credentials credentials() {
    return new Credentials.User(USER, new SecretReference.SecretFile(passwordFile().toString()));
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  String embeddedUrl() {
    // Whoever started the database closes it; a hook of H2 would do so under running clients.
    return "jdbc:h2:file:" + folder.resolve(NAME) + OPTIONS + ";DB_CLOSE_ON_EXIT=FALSE";
  }
}
