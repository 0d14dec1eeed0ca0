package io.offsetwise.adapters.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.offsetwise.adapters.storage.fixture.OnH2;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.application.save.CommitDecision;
import io.offsetwise.application.shared.PerJvm;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcConnectionsTest {

  private static final int BATCHES = 50;
  private static final int PARTITIONS = 5;

  private TestDatabase database;

  @BeforeEach
  void createDatabase() {
    database = TestDatabase.create();
    database.execute("CREATE TABLE noted (word VARCHAR(20))");
  }

  @AfterEach
  void dropDatabase() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void workRunsInATransactionAtReadCommitted(ConnectionChoice choice) {
    try (JdbcConnections connections = database.settings().with(choice).open()) {
      connections.inTransaction(
          handle -> {
            requireTransaction(handle);
            return handle.execute("INSERT INTO noted VALUES ('kept')");
          });
    }
    assertThat(noted()).containsExactly("kept");
  }

  private static void requireTransaction(Handle handle) {
    try {
      Connection connection = handle.getConnection();
      assertThat(connection.getAutoCommit()).isFalse();
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDecisionOrAThrowableRollsBack(ConnectionChoice choice) {
    try (JdbcConnections connections = database.settings().with(choice).open()) {
      connections.commit(
          handle -> {
            handle.execute("INSERT INTO noted VALUES ('decided')");
            return CommitDecision.ROLL_BACK;
          });
      assertThatThrownBy(
              () ->
                  connections.inTransaction(
                      handle -> {
                        handle.execute("INSERT INTO noted VALUES ('thrown')");
                        throw new OutOfMemoryError("as if");
                      }))
          .isInstanceOf(OutOfMemoryError.class);
    }
    assertThat(noted()).isEmpty();
  }

  @Test
  @OnH2
  void aPoolOpensNoMoreConnectionsThanItsSizeHoweverManyBatchesThereAre() throws Exception {
    JdbcSettings settings = database.settings().withPoolSize(3);

    assertThat(connectionsOver(settings)).isBetween(1L, 3L);
  }

  @Test
  @OnH2
  void aConnectionPerSaveOpensOneForEachPartitionOfEachBatch() throws Exception {
    JdbcSettings settings = database.settings().with(ConnectionChoice.PER_SAVE);

    assertThat(connectionsOver(settings)).isEqualTo((long) BATCHES * PARTITIONS);
  }

  /** Counted by the database, and without the one that looks at it at the beginning. */
  private long connectionsOver(JdbcSettings settings) throws Exception {
    ExecutorService tasks = Executors.newFixedThreadPool(PARTITIONS);
    long before = newSession();
    try (JdbcConnections connections = settings.open()) {
      for (int batch = 0; batch < BATCHES; batch++) {
        List<Future<Integer>> saves = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
          saves.add(
              tasks.submit(
                  () ->
                      connections.inTransaction(
                          handle -> handle.execute("INSERT INTO noted VALUES ('saved')"))));
        }
        for (Future<Integer> save : saves) {
          save.get();
        }
      }
      return newSession() - before - 2;
    } finally {
      tasks.shutdownNow();
    }
  }

  /** Opens a session for a moment; H2 numbers its sessions one after another. */
  private long newSession() throws SQLException {
    try (Connection connection = DirectDataSource.of(database.settings()).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT SESSION_ID()")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  void equalSettingsShareTheirConnectionsInAJvm() {
    JdbcSettings equal =
        new JdbcSettings(
            database.settings().dialect(),
            database.settings().url(),
            new Credentials.None(),
            ConnectionChoice.POOL,
            database.settings().poolSize(),
            JdbcTimeouts.STANDARD);

    assertThat(PerJvm.get(equal)).isSameAs(database.connections());
  }

  private List<String> noted() {
    return database.column(String.class, "SELECT word FROM noted");
  }
}
