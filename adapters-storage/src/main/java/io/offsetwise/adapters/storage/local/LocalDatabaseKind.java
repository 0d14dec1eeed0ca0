package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.Path;
import java.util.Locale;

/** The kinds of databases that can run beside a data folder. */
public enum LocalDatabaseKind {
  /** In the process that starts it, and gone with it. */
  H2("H2") {
    @Override
    public LocalDatabase start(LocalDatabaseSettings settings) {
      return H2Server.start(settings);
    }

    @Override
    public JdbcSettings client(Path folder, int port) {
      return H2Server.client(folder, port);
    }

    @Override
    public void endLeftOver(Path folder) {
      // It ended with its process.
    }
  },

  /** Processes of its own, which outlive a kill of the one that started them. */
  POSTGRESQL("PostgreSQL") {
    @Override
    public LocalDatabase start(LocalDatabaseSettings settings) {
      return PostgresqlServer.start(settings);
    }

    @Override
    public JdbcSettings client(Path folder, int port) {
      return PostgresqlServer.client(folder, port);
    }

    @Override
    public void endLeftOver(Path folder) {
      new PostgresFolder(folder).postmaster().end();
    }
  };

  private final String title;

  LocalDatabaseKind(String title) {
    this.title = title;
  }

  /**
   * Starts the server, and creates the database when it is not there. A server that a killed
   * process has left over in the folder is ended before.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when the folder is not writable, the
   *     database is in use by another process, or the port is taken
   */
  public abstract LocalDatabase start(LocalDatabaseSettings settings);

  /**
   * The settings of clients, in this process or another one: the database's only user, whose
   * password lies in a file of the folder.
   *
   * @param folder the absolute folder of a running server
   * @param port the port that it listens on
   */
  public abstract JdbcSettings client(Path folder, int port);

  /**
   * Ends a server whose process was killed and that runs on without it.
   *
   * @param folder the folder of a server that nobody holds any more; need not be there
   * @throws StoppedException with reason {@code UNAVAILABLE} when it does not end
   */
  public abstract void endLeftOver(Path folder);

  /** The value in settings: {@code h2} or {@code postgresql}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name for people. */
  public String title() {
    return title;
  }
}
