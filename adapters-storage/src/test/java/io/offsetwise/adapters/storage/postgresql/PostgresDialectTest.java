package io.offsetwise.adapters.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.OnPostgresql;
import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestEntry;
import io.offsetwise.adapters.storage.fixture.TestRow;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.jdbc.Credentials;
import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.adapters.storage.save.JdbiCommitStore;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.StreamName;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnPostgresql
@Timeout(30)
class PostgresDialectTest {

  private static final StreamName STREAM = new StreamName("copied");
  private static final int ROWS = 4_000;
  private static final Duration SOON = Duration.ofMillis(300);
  private static final JdbcTimeouts SHORT =
      new JdbcTimeouts(Duration.ofSeconds(5), Duration.ofMillis(100), SOON, SOON);

  @AutoClose private final TestDatabase database = TestDatabase.create();

  @Test
  void aSessionThatLosesCommitsIsRefused() {
    JdbcSettings lossy =
        JdbcSettings.pooled(
            database.settings().url() + "&options=-c%20synchronous_commit=off",
            new Credentials.None());

    StoppedException stop = Stops.of(lossy::requireUsable);

    assertThat(stop.reason()).isEqualTo(StopReason.IMPOSSIBLE);
    assertThat(stop)
        .hasMessageContaining(lossy.address() + " works with synchronous_commit = off")
        .hasMessageContaining("switch it on");
  }

  @Test
  void aStatementThatTakesTooLongIsGivenUpByTheServer() {
    assertThat(stopOf(handle -> handle.execute("SELECT pg_sleep(20)")))
        .hasMessageContaining("gave up a statement that took too long")
        .hasMessageContaining("SQL state 57014");
  }

  /** Otherwise a process that hangs would keep the rows of others for ever. */
  @Test
  void aTransactionThatAsksNothingLosesItsLocks() {
    assertThat(
            stopOf(
                handle -> {
                  handle.execute("INSERT INTO stream_owner VALUES ('held', 1)");
                  int session = sessionOf(handle);
                  Awaitility.await().until(() -> sessions(session) == 0);
                  handle.execute("SELECT 1");
                }))
        .hasMessageContaining("ended a transaction in which nothing was asked for too long");
    assertThat(database.number("SELECT COUNT(*) FROM stream_owner")).isZero();
  }

  @Test
  void aSessionThatSomebodyEndsIsALostConnection() {
    assertThat(
            stopOf(
                handle -> {
                  database.column(
                      Boolean.class, "SELECT pg_terminate_backend(?)", sessionOf(handle));
                  handle.execute("SELECT 1");
                }))
        .hasMessageContaining("cannot be reached");
  }

  /** Where some of a block's rows are with the server already. */
  @ParameterizedTest
  @ValueSource(strings = {"\ud83d", "\u0000"})
  void aTextThatItCannotHoldEndsTheCopyAndNotTheConnection(String text) {
    Stream<TestRow> rows =
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(row -> new TestEntry("e" + row, row < ROWS ? "ann" : text, 1, "t", 0, row));

    StoppedException stop =
        stopOf(handle -> TestTables.APPENDING.in(handle, STREAM).write(rows.iterator()));

    assertThat(stop.reason()).isEqualTo(StopReason.RESULTS_REFUSED);
    assertThat(database.number("SELECT COUNT(*) FROM test_entry")).isZero();
  }

  /** Before a transaction is open, in the words of one. */
  @Test
  void aTextThatItCannotHoldIsRefusedWhereItIsHeld() {
    TestRow half = new TestEntry("e", "\ud83d", 1, "t", 0, 0);
    try (JdbcConnections connections = database.settings().with(SHORT).open();
        HeldResults<TestRow> held =
            new JdbiCommitStore<>(STREAM, connections, TestTables.APPENDING).hold()) {
      StoppedException stop = Stops.of(() -> held.add(half));

      assertThat(stop.reason()).isEqualTo(StopReason.RESULTS_REFUSED);
      assertThat(stop).hasMessageContaining("surrogate").hasMessageContaining("jdbc:postgresql");
    }
  }

  private StoppedException stopOf(Work work) {
    try (JdbcConnections connections = database.settings().with(SHORT).open()) {
      return Stops.of(
          () ->
              connections.inTransaction(
                  handle -> {
                    work.with(handle);
                    return handle;
                  }));
    }
  }

  private static int sessionOf(Handle handle) {
    return handle.createQuery("SELECT pg_backend_pid()").mapTo(Integer.class).one();
  }

  private long sessions(int session) {
    return database.number("SELECT COUNT(*) FROM pg_stat_activity WHERE pid = ?", session);
  }

  /** What is done in a transaction. */
  private interface Work {
    void with(Handle handle);
  }
}
