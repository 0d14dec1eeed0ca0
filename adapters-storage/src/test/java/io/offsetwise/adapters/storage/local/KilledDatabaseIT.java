package io.offsetwise.adapters.storage.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the process of the local database survives, and what it lets in. */
class KilledDatabaseIT {

  private static final int COMMITS = 300;

  @TempDir private Path folder;

  @Test
  void everyCommitSurvivesAKillAndNoOpenTransactionDoes() throws Exception {
    Path data = folder.resolve("data");
    try (DatabaseServer server = DatabaseServer.start(data);
        JdbcConnections client = server.client().open()) {
      client.inTransaction(handle -> handle.execute("CREATE TABLE kept (number INTEGER)"));
      for (int number = 0; number < COMMITS; number++) {
        int row = number;
        client.inTransaction(handle -> handle.execute("INSERT INTO kept VALUES (?)", row));
      }
      StoppedException stop =
          Stops.of(() -> client.inTransaction(handle -> killInside(handle, server)));
      assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
      assertThat(stop).hasMessageContaining("nobody knows whether the commit is durable");
    }

    try (DatabaseServer restarted = DatabaseServer.start(data);
        JdbcConnections client = restarted.client().open()) {
      assertThat(numbers(client, "SELECT COUNT(*) FROM kept")).containsExactly(COMMITS);
      assertThat(numbers(client, "SELECT MAX(number) FROM kept")).containsExactly(COMMITS - 1);
    }
  }

  private static int killInside(Handle handle, DatabaseServer server) {
    int inserted = handle.execute("INSERT INTO kept VALUES (-1)");
    server.kill();
    return inserted;
  }

  @Test
  void aClientThatLosesItsServerSaysSo() throws Exception {
    JdbcTimeouts impatient = JdbcTimeouts.STANDARD.withConnection(Duration.ofSeconds(2));
    try (DatabaseServer server = DatabaseServer.start(folder.resolve("data"));
        JdbcConnections client = server.client().with(impatient).open()) {
      server.kill();

      StoppedException stop = Stops.of(() -> numbers(client, "SELECT 1"));

      assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
    }
  }

  @Test
  void aSecondProcessOnTheSameFolderIsRefused() throws Exception {
    Path data = folder.resolve("data");
    try (DatabaseServer server = DatabaseServer.start(data)) {
      assertThat(server.process().isAlive()).isTrue();

      StoppedException stop =
          Stops.of(() -> LocalDatabaseKind.H2.start(LocalDatabaseSettings.onAnyPort(data)).close());

      assertThat(stop.reason()).isEqualTo(StopReason.UNAVAILABLE);
      assertThat(stop).hasMessageContaining("is locked by another process");
    }
  }

  @Test
  void itListensOnLoopbackAlone() throws Exception {
    try (DatabaseServer server = DatabaseServer.start(folder.resolve("data"))) {
      assertThat(accepts("127.0.0.1", server.port())).isTrue();
      for (String address : addressesBesideLoopback()) {
        assertThat(accepts(address, server.port())).as(address).isFalse();
      }
    }
  }

  @Test
  void aDatabaseThatWasMadeToLoseCommitsIsRefused() throws Exception {
    try (DatabaseServer server = DatabaseServer.start(folder.resolve("data"))) {
      JdbcSettings silent =
          JdbcSettings.pooled(
              server.client().url().replace(";WRITE_DELAY=0", ""), server.client().credentials());
      silent.requireUsable();
      try (JdbcConnections client = silent.open()) {
        client.inTransaction(handle -> handle.execute("SET WRITE_DELAY 500"));
      }

      StoppedException stop = Stops.of(silent::requireUsable);

      assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE);
      assertThat(stop).hasMessageContaining("works with WRITE_DELAY=500 ms");
      server.client().requireUsable();
    }
  }

  private static List<Integer> numbers(JdbcConnections client, String query) {
    return client.inTransaction(handle -> handle.createQuery(query).mapTo(Integer.class).list());
  }

  private static boolean accepts(String address, int port) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(address, port), 2_000);
      return true;
    } catch (ConnectException refused) {
      return false;
    }
  }

  private static List<String> addressesBesideLoopback() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
        .map(address -> address.getHostAddress())
        .toList();
  }
}
