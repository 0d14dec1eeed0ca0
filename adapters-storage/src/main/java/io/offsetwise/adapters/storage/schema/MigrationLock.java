package io.offsetwise.adapters.storage.schema;

import io.offsetwise.adapters.storage.jdbc.Dialect;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * Lets one driver at a time migrate a database. Flyway's own lock begins only when its history
 * table is complete, so that two drivers which find an empty database would fail. A dead driver's
 * lock goes with its connection.
 *
 * @param source of the database
 * @param dialect in which it is spoken to
 */
record MigrationLock(DataSource source, Dialect dialect) {

  private static final String TABLE =
      "CREATE TABLE IF NOT EXISTS offsetwise_migration_lock (lock_id INTEGER PRIMARY KEY)";
  private static final String ROW = "INSERT INTO offsetwise_migration_lock VALUES (1)";
  private static final String HOLD =
      "UPDATE offsetwise_migration_lock SET lock_id = 1 WHERE lock_id = 1";

  /**
   * Runs {@code migration} under the lock, on connections of its own. Waits for other drivers, but
   * not longer than the database's lock timeout.
   */
  void whileHeld(Runnable migration) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      createTable(statement);
      statement.execute(dialect.insertMissing(ROW));
      connection.setAutoCommit(false);
      statement.execute(HOLD);
      migration.run();
      connection.rollback();
    }
  }

  /**
   * Of two drivers that make the table at the same time, PostgreSQL fails one although it need only
   * be there. It is there at the second attempt.
   */
  private static void createTable(Statement statement) throws SQLException {
    try {
      statement.execute(TABLE);
    } catch (SQLException probablyMadeByAnother) {
      statement.execute(TABLE);
    }
  }
}
