package io.offsetwise.adapters.storage.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.offsetwise.adapters.storage.fixture.Stops;
import io.offsetwise.adapters.storage.fixture.TestDatabase;
import io.offsetwise.adapters.storage.fixture.TestTables;
import io.offsetwise.adapters.storage.jdbc.DirectDataSource;
import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.adapters.storage.jdbc.JdbcBatch;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.JdbcTimeouts;
import io.offsetwise.adapters.storage.schema.SchemaMigration;
import io.offsetwise.adapters.storage.schema.SchemaPart;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

/** What every dialect must do, beside what the contracts of stores ask of it. */
@Timeout(30)
public abstract class DialectContract {

  private static final JdbcTimeouts SHORT =
      JdbcTimeouts.STANDARD.withConnection(Duration.ofSeconds(5)).withLock(Duration.ofMillis(300));

  private TestDatabase database;

  /** The settings of a new database without any table. */
  protected abstract JdbcSettings emptyDatabase();

  @BeforeEach
  final void create() {
    database = new TestDatabase(emptyDatabase().with(SHORT));
    database.execute("CREATE TABLE keyed (word VARCHAR(10) UNIQUE, number INTEGER)");
    database.execute("CREATE TABLE other_table (word VARCHAR(10))");
  }

  @AfterEach
  final void drop() {
    database.close();
  }

  @Test
  void urlsAndAddressesBeginWithThePrefix() {
    JdbcSettings settings = database.settings();

    assertThat(settings.url()).startsWith(settings.dialect().prefix());
    assertThat(settings.address()).startsWith(settings.dialect().prefix());
  }

  @Test
  void aDatabaseThatIsThereIsFoundWhenItMustBe() {
    JdbcSettings existing = database.settings().existing();

    existing.requireUsable();

    assertThat(existing.address()).isEqualTo(database.settings().address());
  }

  @Test
  void aConnectionBeginsAtReadCommittedOutsideOfATransaction() throws SQLException {
    try (Connection connection = DirectDataSource.of(database.settings()).getConnection()) {
      assertThat(connection.getTransactionIsolation())
          .isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
      assertThat(connection.getAutoCommit()).isTrue();
    }
  }

  @Test
  void aSnapshotShowsEveryTableAtTheSameInstant() {
    long seen =
        database
            .connections()
            .inSnapshot(
                handle -> {
                  database.execute("INSERT INTO other_table VALUES ('late')");
                  return handle
                      .createQuery("SELECT COUNT(*) FROM other_table")
                      .mapTo(Long.class)
                      .one();
                });

    assertThat(seen).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM other_table")).isOne();
  }

  @Test
  void aRowWhoseKeyIsThereIsPassedOver() {
    assertThat(insertMissing("INSERT INTO keyed VALUES ('a', 1)")).isOne();
    assertThat(insertMissing("INSERT INTO keyed VALUES ('a', 2)")).isZero();

    assertThat(database.number("SELECT SUM(number) FROM keyed")).isOne();
  }

  @Test
  void rowsWithoutAKeyAreAllInserted() {
    assertThat(insertMissing("INSERT INTO keyed VALUES (NULL, 1)")).isOne();
    assertThat(insertMissing("INSERT INTO keyed VALUES (NULL, 2)")).isOne();

    assertThat(database.number("SELECT SUM(number) FROM keyed")).isEqualTo(3);
  }

  private int insertMissing(String insert) {
    return database
        .connections()
        .inTransaction(handle -> handle.execute(HandleDialect.of(handle).insertMissing(insert)));
  }

  @Test
  void aBatchCountsTheRowsThatItHasInserted() {
    long inserted =
        database
            .connections()
            .inTransaction(
                handle -> {
                  try (JdbcBatch<String> batch =
                      JdbcBatch.ofMissing(
                          handle,
                          "INSERT INTO keyed VALUES (?, 1)",
                          (row, word) -> row.setString(1, word))) {
                    List.of("a", "b", "a").forEach(batch::add);
                    batch.flush();
                    return batch.updated();
                  }
                });

    assertThat(inserted).isEqualTo(2);
    assertThat(database.column(String.class, "SELECT word FROM keyed ORDER BY word"))
        .containsExactly("a", "b");
  }

  @Test
  void whoInsertsTheSameKeyIsWaitedForUpToTheLockTimeout() throws Exception {
    try (Connection rival = DirectDataSource.of(database.settings()).getConnection()) {
      rival.setAutoCommit(false);
      try (PreparedStatement insert = rival.prepareStatement("INSERT INTO keyed VALUES ('a', 1)")) {
        insert.execute();
      }

      StoppedException stop = Stops.of(() -> insertMissing("INSERT INTO keyed VALUES ('a', 2)"));

      assertThat(stop).hasMessageContaining("wait too long for a lock");
      assertThat(stop.reason()).isEqualTo(StopReason.TRANSIENT);
      rival.rollback();
    }
  }

  @Test
  void anArrayOfTextsIsATable() {
    List<String> words =
        database
            .connections()
            .inTransaction(
                handle -> {
                  String type = HandleDialect.of(handle).textType();
                  return wordsOf(handle.getConnection(), type);
                });

    assertThat(words).containsExactlyInAnyOrder("a", "b");
  }

  private static List<String> wordsOf(Connection connection, String type) {
    List<String> words = new ArrayList<>();
    try (PreparedStatement query =
        connection.prepareStatement("SELECT asked.word FROM UNNEST(?) AS asked(word)")) {
      query.setArray(1, connection.createArrayOf(type, new String[] {"a", "b"}));
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          words.add(rows.getString(1));
        }
      }
    } catch (SQLException failure) {
      throw new IllegalStateException(failure);
    }
    return words;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SCHEMA_VERSION | DELETE FROM not_there",
        "SCHEMA_VERSION | UPDATE keyed SET not_there = 1",
        "RESULTS_REFUSED | INSERT INTO keyed VALUES ('longer than ten', 1)",
        "RESULTS_REFUSED | INSERT INTO keyed VALUES ('a', 1), ('a', 2)"
      })
  void whatGoesWrongIsUnderstood(StopReason reason, String statement) {
    assertThat(Stops.of(() -> database.execute(statement)).reason()).isEqualTo(reason);
  }

  @Test
  void driversMayMigrateAtTheSameTime() throws Exception {
    ExecutorService drivers = Executors.newFixedThreadPool(3);
    CountDownLatch start = new CountDownLatch(1);
    try {
      List<Future<?>> migrations = new ArrayList<>();
      for (int driver = 0; driver < 3; driver++) {
        migrations.add(
            drivers.submit(
                () -> {
                  start.await();
                  new SchemaMigration(database.settings().with(JdbcTimeouts.STANDARD))
                      .migrate(SchemaPart.OFFSETS, TestTables.SCHEMA);
                  return "migrated";
                }));
      }
      start.countDown();
      for (Future<?> migration : migrations) {
        assertThat(migration.get()).isEqualTo("migrated");
      }
    } finally {
      drivers.shutdownNow();
    }
    assertThat(database.number("SELECT COUNT(*) FROM stream_owner")).isZero();
    assertThat(database.number("SELECT COUNT(*) FROM test_entry")).isZero();
  }
}
