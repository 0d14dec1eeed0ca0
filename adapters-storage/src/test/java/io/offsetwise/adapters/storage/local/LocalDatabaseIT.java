package io.offsetwise.adapters.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.jdbc.ConnectionChoice;
import io.offsetwise.adapters.storage.jdbc.Credentials;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseIT {

  @TempDir private Path folder;

  @Test
  void dataOutliveTheServerAndTheLastClient() {
    try (LocalDatabase database = start()) {
      TestDatabase client =
          TestDatabase.migrated(database.client().with(ConnectionChoice.PER_SAVE));
      client.execute("INSERT INTO stream_owner (stream_name, epoch) VALUES ('kept', 3)");
      assertThat(client.number("SELECT epoch FROM stream_owner")).isEqualTo(3);
    }
    try (LocalDatabase again = start();
        TestDatabase client = TestDatabase.migrated(again.client())) {
      assertThat(client.number("SELECT epoch FROM stream_owner")).isEqualTo(3);
    }
  }

  @Test
  void aPortInUseIsReportedAndTheFolderIsLeftFree() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      LocalDatabaseSettings settings =
          LocalDatabaseSettings.onAnyPort(folder).withPort(taken.getLocalPort());

      StoppedException stop = Stops.of(() -> LocalDatabaseKind.H2.start(settings).close());

      assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE);
      assertThat(stop)
          .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
          .hasMessageContaining("choose another port");
    }
    start().close();
  }

  @Test
  void aFolderThatCannotBeMadeIsReported() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");

    StoppedException stop =
        Stops.of(
            () ->
                LocalDatabaseKind.H2
                    .start(LocalDatabaseSettings.onAnyPort(file.resolve("data")))
                    .close());

    assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE);
    assertThat(stop).hasMessageContaining("cannot be written");
  }

  @Test
  void clientsNeedThePasswordThatOnlyTheOwnerCanRead() throws IOException {
    try (LocalDatabase database = start()) {
      Path password = folder.resolve("password");
      JdbcSettings stranger =
          JdbcSettings.pooled(
              database.client().url(),
              new Credentials.User("offsetwise", new SecretReference.None()));

      assertThat(Stops.of(stranger::requireUsable))
          .hasMessageContaining("refuses the user or the password");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(password)))
          .isEqualTo("rw-------");
      assertThat(database.client().toString()).doesNotContain(Files.readString(password));
    }
  }

  @Test
  void clientsCanNeitherCreateDatabasesNorLeaveTheFolder() {
    try (LocalDatabase database = start()) {
      String server = "jdbc:h2:tcp://127.0.0.1:" + database.port();
      JdbcSettings another = JdbcSettings.pooled(server + "/./another", new Credentials.None());
      JdbcSettings outside = JdbcSettings.pooled(server + "/../outside", new Credentials.None());

      assertThat(Stops.of(another::requireUsable)).hasMessageContaining("does not exist");
      assertThat(Stops.of(outside::requireUsable).reason()).isEqualTo(StopReason.UNAVAILABLE);
    }
    assertThat(folder.resolve("another.mv.db")).doesNotExist();
    assertThat(folder.resolveSibling("outside.mv.db")).doesNotExist();
  }

  private LocalDatabase start() {
    return LocalDatabaseKind.H2.start(LocalDatabaseSettings.onAnyPort(folder));
  }
}
