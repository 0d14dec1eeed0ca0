package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class DatabaseTroubleTest {

  private static final JdbcTimeouts SHORT =
      JdbcTimeouts.STANDARD.withConnection(Duration.ofMillis(500)).withLock(Duration.ofMillis(300));

  private TestDatabase database;
  private ExecutorService other;

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create(settings -> settings.with(SHORT));
    other = Executors.newSingleThreadExecutor();
  }

  @AfterEach
  void dropDatabase() {
    other.shutdownNow();
    database.close();
  }

  @Test
  void aServerThatIsNotThereIsReported() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }

    StoppedException stop = Stops.of(server(port)::open);

    assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
    assertThat(stop)
        .hasMessageContaining("database jdbc:h2:tcp://127.0.0.1:" + port + "/./x cannot be reached")
        .hasMessageContaining("refused")
        .hasMessageContaining("start it, or correct the JDBC URL");
  }

  @Test
  @Timeout(
      value = 10,
      threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
  void aServerThatNeverAnswersIsGivenUpAfterTheConnectionTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StoppedException stop = Stops.of(server(silent.getLocalPort())::open);

      assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
      assertThat(stop).hasMessageContaining("cannot be reached");
    }
  }

  private static JdbcSettings server(int port) {
    return JdbcSettings.pooled("jdbc:h2:tcp://127.0.0.1:" + port + "/./x", new Credentials.None())
        .with(SHORT);
  }

  @Test
  void aRowThatStaysLockedStopsTheWaitAfterTheLockTimeout() throws Exception {
    database.execute("INSERT INTO stream_owner (stream_name, epoch) VALUES ('held', 1)");
    String update = "UPDATE stream_owner SET epoch = epoch + 1";

    StoppedException stop = whileOtherHolds(update, () -> Stops.of(() -> database.execute(update)));

    assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
    assertThat(stop).hasMessageContaining("wait too long for a lock");
    assertThat(database.number("SELECT epoch FROM stream_owner")).isEqualTo(2);
  }

  @Test
  void anExhaustedPoolStopsTheWaitAfterTheConnectionTimeout() throws Exception {
    database.close();
    database = TestDatabase.create(settings -> settings.with(SHORT).withPoolSize(1));

    StoppedException stop =
        whileOtherHolds(
            "SELECT 1",
            () -> Stops.of(() -> database.execute("UPDATE stream_owner SET epoch = 1")));

    assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
    assertThat(stop).hasMessageContaining("as many connections as tasks run at once");
  }

  @Test
  void aMissingTableIsAMatterOfTheSchema() {
    database.execute("DROP TABLE stream_owner");

    StoppedException stop = Stops.of(() -> database.execute("DELETE FROM stream_owner"));

    assertThat(stop.reason()).isEqualTo(StopReason.SCHEMA_VERSION);
    assertThat(stop).hasMessageContaining("lacks a table or a column");
  }

  /** Each would come again at each start: too long, out of range, missing, twice. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "22001 | INSERT INTO stream_owner (stream_name, epoch) VALUES (REPEAT('x', 201), 1)",
        "2200[34] | INSERT INTO stream_owner (stream_name, epoch) VALUES ('x', 9223372036854775808)",
        "23502 | INSERT INTO stream_owner (stream_name, epoch) VALUES (NULL, 1)",
        "23505 | INSERT INTO stream_owner (stream_name, epoch) VALUES ('a', 1), ('a', 2)"
      })
  void aValueThatTheTableRefusesIsToldWithItsState(String state, String insert) {
    StoppedException stop = Stops.of(() -> database.execute(insert));

    assertThat(stop.reason()).isEqualTo(StopReason.RESULTS_REFUSED);
    assertThat(stop)
        .hasMessageContaining("refuses a value that is to be stored")
        .hasMessageMatching("(?s).*, SQL state " + state + "\\): .*")
        .hasMessageContaining("or change the table");
  }

  /** Runs {@code attempt} while another transaction has executed {@code statement} and is open. */
  private <T> T whileOtherHolds(String statement, Callable<T> attempt) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Future<String> holder =
        other.submit(
            () ->
                database
                    .connections()
                    .inTransaction(
                        handle -> {
                          handle.execute(statement);
                          held.countDown();
                          awaitUninterrupted(release);
                          return statement;
                        }));
    try {
      held.await();
      return attempt.call();
    } finally {
      release.countDown();
      holder.get();
    }
  }

  private static void awaitUninterrupted(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }
}
