package io.offsetwise.adapters.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SecretReference;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The local PostgreSQL: what it keeps, whom it lets in, and what a kill leaves over. */
class LocalPostgresqlIT {

  @TempDir private Path temporary;

  private PostgresFolder folder;

  @BeforeEach
  void aFolderWhoseNameHasABlank() {
    folder = new PostgresFolder(temporary.resolve("post gres"));
  }

  @Test
  void dataOutliveTheServerAndStrangersAreKeptOut() throws IOException {
    Files.createDirectories(folder.data());
    Files.writeString(folder.data().resolve("postgresql.conf"), "of a start that was killed");
    try (LocalDatabase database = start()) {
      database.client().requireUsable();
      execute(database.client(), "CREATE TABLE kept AS SELECT 3 AS number");
      JdbcSettings stranger =
          JdbcSettings.pooled(
              database.client().url(),
              new Credentials.User("postgres", new SecretReference.None()));

      assertThat(Stops.of(stranger::requireUsable))
          .hasMessageContaining("refuses the user or the password");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.password().path())))
          .isEqualTo("rw-------");
    }
    assertThat(folder.postmaster().find()).isEmpty();

    Files.writeString(
        folder.data().resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n");
    try (LocalDatabase again = start()) {
      assertThat(number(again.client(), "SELECT number FROM kept")).isEqualTo(3);
    }
  }

  @Test
  void whatAKillHasLeftOverIsEndedBeforeTheNextOneStarts() throws IOException {
    long leftOver;
    try (DatabaseServer server = DatabaseServer.start(LocalDatabaseKind.POSTGRESQL, folder.root());
        JdbcConnections client = server.client().with(ConnectionChoice.PER_SAVE).open()) {
      client.inTransaction(handle -> handle.execute("CREATE TABLE kept AS SELECT 3 AS number"));
      server.kill();
      leftOver = folder.postmaster().find().orElseThrow().pid();
      client.inTransaction(handle -> handle.execute("UPDATE kept SET number = 4"));
    }

    try (LocalDatabase next = start()) {
      assertThat(folder.postmaster().find().orElseThrow().pid()).isNotEqualTo(leftOver);
      assertThat(number(next.client(), "SELECT number FROM kept")).isEqualTo(4);
    }
    LocalDatabaseKind.POSTGRESQL.endLeftOver(folder.root());
    assertThat(folder.postmaster().find()).isEmpty();
  }

  @Test
  void aPortInUseIsReported() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalDatabaseSettings settings =
          LocalDatabaseSettings.onAnyPort(folder.root()).withPort(taken.getLocalPort());

      StoppedException stop = Stops.of(() -> LocalDatabaseKind.POSTGRESQL.start(settings).close());

      assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE);
      assertThat(stop)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("choose another port");
    }
  }

  private LocalDatabase start() {
    return LocalDatabaseKind.POSTGRESQL.start(LocalDatabaseSettings.onAnyPort(folder.root()));
  }

  private static void execute(JdbcSettings settings, String statement) {
    try (JdbcConnections client = settings.with(ConnectionChoice.PER_SAVE).open()) {
      client.inTransaction(handle -> handle.execute(statement));
    }
  }

  private static int number(JdbcSettings settings, String query) {
    try (JdbcConnections client = settings.with(ConnectionChoice.PER_SAVE).open()) {
      return client.inTransaction(handle -> handle.createQuery(query).mapTo(Integer.class).one());
    }
  }
}
