package io.offsetwise.adapters.storage.h2;

import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.adapters.storage.jdbc.Dialect;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SqlProblem;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.h2.Driver;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** H2 in its PostgreSQL mode: on a server, in a file, or in memory. */
public record H2Dialect() implements Dialect {

  private static final String WRITE_DELAY =
      "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'WRITE_DELAY'";

  @Override
  public String name() {
    return "H2";
  }

  @Override
  public String prefix() {
    return H2Url.PREFIX;
  }

  @Override
  public void requireSupported(String url) {
    H2Url.parse(url);
  }

  @Override
  public String address(String url) {
    return H2Url.parse(url).address();
  }

  @Override
  public boolean isMemory(String url) {
    return H2Url.parse(url).isMemory();
  }

  @Override
  public boolean isShared(String url) {
    return H2Url.parse(url).isShared();
  }

  /** {@inheritDoc} H2 makes a database of a file that is not there. */
  @Override
  public String existing(String url) {
    return url + ";IFEXISTS=TRUE";
  }

  @Override
  public Connection connect(JdbcSettings settings, Duration answer) throws SQLException {
    H2Url url = H2Url.parse(settings.url());
    url.requireDurable();
    return new Driver()
        .connect(
            url.connectingUrl(settings.timeouts(), answer.toMillis()),
            settings.credentials().resolve());
  }

  /** {@inheritDoc} {@code WRITE_DELAY} belongs to the database, not to a connection. */
  @Override
  public void requireDurable(String url, Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(WRITE_DELAY);
        ResultSet rows = statement.executeQuery()) {
      if (!isMemory(url) && rows.next() && !rows.getString(1).equals("0")) {
        throw losesCommits(address(url), rows.getString(1));
      }
    }
  }

  private static StoppedException losesCommits(String address, String delay) {
    return StopReason.IMPOSSIBLE.because(
        """
        database %s works with WRITE_DELAY=%s ms: H2 would lose committed transactions when its \
        process is killed, so that no guarantee holds; append ;WRITE_DELAY=0 to the JDBC URL""",
        address, delay);
  }

  /** {@inheritDoc} REPEATABLE READ takes each table at its first use: each at another instant. */
  @Override
  public TransactionIsolationLevel snapshotIsolation() {
    return TransactionIsolationLevel.SERIALIZABLE;
  }

  @Override
  public String insertMissing(String insert) {
    return insert + " ON CONFLICT DO NOTHING";
  }

  @Override
  public String textType() {
    return "VARCHAR";
  }

  @Override
  public BulkWriter bulkWriter() {
    return new H2Writer();
  }

  /** {@inheritDoc} H2 compares so as long as nobody sets a collation. */
  @Override
  public String exactText(String column) {
    return "CAST(" + column + " AS VARCHAR)"; // there is a type that ignores case
  }

  @Override
  public Map<String, SqlProblem> problems() {
    return H2Problems.BY_STATE;
  }

  @Override
  public String stateOf(SQLException failure) {
    return H2Problems.stateOf(failure);
  }
}
