package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.offsetwise.adapters.storage.fixture.ProxiedDatabase;
import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A network that carries nothing any more, while every connection stays open: no wait is endless.
 */
@Timeout(
    value = 20,
    threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a read cannot be interrupted
class HangingDatabaseTest {

  private static final String STATEMENT = "UPDATE stream_owner SET epoch = epoch + 1";
  private static final JdbcTimeouts SHORT =
      JdbcTimeouts.STANDARD
          .withConnection(Duration.ofMillis(500))
          .withLock(Duration.ofMillis(300))
          .withAnswer(Duration.ofMillis(800));

  @TempDir private static Path folder;
  private static ProxiedDatabase database;

  @BeforeAll
  static void start() throws Exception {
    database = ProxiedDatabase.in(folder);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @AfterEach
  void goOn() {
    database.proxy().goOn();
  }

  @ParameterizedTest
  @EnumSource
  void aStatementIsGivenUp(ConnectionChoice choice) {
    try (JdbcConnections connections = open(choice)) {
      StoppedException stop =
          Stops.of(
              () ->
                  connections.inTransaction(
                      handle -> {
                        handle.execute(STATEMENT);
                        database.proxy().hang();
                        return handle.execute(STATEMENT);
                      }));

      assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
      assertWorksAgain(connections);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCommitIsGivenUpAndNobodyKnowsWhetherItIsDurable(ConnectionChoice choice) {
    try (JdbcConnections connections = open(choice)) {
      StoppedException stop =
          Stops.of(
              () ->
                  connections.inTransaction(
                      handle -> {
                        handle.execute(STATEMENT);
                        database.proxy().hang();
                        return choice;
                      }));

      assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
      assertThat(stop).hasMessageContaining("was lost during a commit");
      assertWorksAgain(connections);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConnectionIsGivenUp(ConnectionChoice choice) {
    try (JdbcConnections connections = open(choice)) {
      database.proxy().hang();

      StoppedException stop =
          Stops.of(() -> connections.inTransaction(handle -> handle.execute(STATEMENT)));

      assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
      assertWorksAgain(connections);
    }
  }

  @Test
  void aStartIsGivenUp() {
    database.proxy().hang();

    StoppedException stop = Stops.of(() -> open(ConnectionChoice.POOL));

    assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
    assertThat(stop).hasMessageContaining("cannot be reached");
  }

  /** A pool may be opening a connection that will never answer, and takes the next one then. */
  private static void assertWorksAgain(JdbcConnections connections) {
    database.proxy().goOn();

    await()
        .ignoreExceptionsInstanceOf(StoppedException.class)
        .until(() -> connections.inTransaction(handle -> handle.execute(STATEMENT)) == 0);
  }

  private static JdbcConnections open(ConnectionChoice choice) {
    return JdbcConnections.open(database.client().with(choice).with(SHORT));
  }
}
