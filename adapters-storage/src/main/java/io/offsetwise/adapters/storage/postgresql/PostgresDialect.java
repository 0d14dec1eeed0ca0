package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.adapters.storage.jdbc.Dialect;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SqlProblem;
import io.offsetwise.application.stop.StopReason;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.postgresql.Driver;

/** PostgreSQL 13 or newer. */
public record PostgresDialect() implements Dialect {

  /** With {@code remote_write} and more it is on this server's disk as well. */
  private static final String LOSES_COMMITS =
      "SELECT name, setting FROM pg_settings"
          + " WHERE name IN ('fsync', 'synchronous_commit') AND setting = 'off'";

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public String prefix() {
    return PostgresUrl.PREFIX;
  }

  @Override
  public void requireSupported(String url) {
    PostgresUrl.parse(url);
  }

  @Override
  public String address(String url) {
    return PostgresUrl.parse(url).place();
  }

  @Override
  public boolean isMemory(String url) {
    return false;
  }

  @Override
  public boolean isShared(String url) {
    return true;
  }

  /** {@inheritDoc} PostgreSQL makes none by itself. */
  @Override
  public String existing(String url) {
    return url;
  }

  @Override
  public Connection connect(JdbcSettings settings, Duration answer) throws SQLException {
    PostgresUrl url = PostgresUrl.parse(settings.url());
    Connection connection =
        new Driver()
            .connect(
                settings.url(),
                url.connecting(settings.credentials().resolve(), settings.timeouts(), answer));
    try (Statement statement = connection.createStatement()) {
      // As a statement and not as an option of the start, which some poolers do not take.
      statement.execute(String.join("; ", PostgresUrl.bounds(settings.timeouts(), answer)));
      return connection;
    } catch (SQLException failure) {
      connection.close();
      throw failure;
    }
  }

  /** {@inheritDoc} Both may be set for a server, a database, a user or a session. */
  @Override
  public void requireDurable(String url, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(LOSES_COMMITS)) {
      if (rows.next()) {
        throw StopReason.IMPOSSIBLE.because(
            """
            database %s works with %s = %s: PostgreSQL would lose committed transactions when its \
            server is killed, so that no guarantee holds; switch it on for this database or user""",
            address(url), rows.getString(1), rows.getString(2));
      }
    }
  }

  @Override
  public TransactionIsolationLevel snapshotIsolation() {
    return TransactionIsolationLevel.REPEATABLE_READ;
  }

  @Override
  public String insertMissing(String insert) {
    return insert + " ON CONFLICT DO NOTHING";
  }

  @Override
  public String textType() {
    return PostgresWriter.TEXT_TYPE;
  }

  @Override
  public BulkWriter bulkWriter() {
    return new PostgresWriter();
  }

  @Override
  public String exactText(String column) {
    return "CAST(" + column + " AS TEXT) COLLATE \"C\"";
  }

  @Override
  public Map<String, SqlProblem> problems() {
    return PostgresProblems.BY_STATE;
  }
}
