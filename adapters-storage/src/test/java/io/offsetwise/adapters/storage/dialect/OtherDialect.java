package io.offsetwise.adapters.storage.dialect;

import io.offsetwise.adapters.storage.jdbc.Dialect;
import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.adapters.storage.jdbc.SqlProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.h2.Driver;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * A database that is none of the product's: other URLs, other words for an upsert. Beneath it is H2
 * in its MySQL mode, which does not understand those of PostgreSQL.
 *
 * @param migrations what comes before the folder of each migration; empty for the common ones
 */
public record OtherDialect(String migrations) implements Dialect {

  private static final String PREFIX = "jdbc:other:";

  /** Understands the common migrations. */
  public OtherDialect() {
    this("");
  }

  @Override
  public String name() {
    return "Other";
  }

  @Override
  public String prefix() {
    return PREFIX;
  }

  @Override
  public void requireSupported(String url) {
    if (url.contains("?")) {
      throw new IllegalArgumentException("JDBC URL " + address(url) + " has options");
    }
  }

  @Override
  public String address(String url) {
    return url.split("\\?", 2)[0];
  }

  @Override
  public boolean isMemory(String url) {
    return false;
  }

  @Override
  public boolean isShared(String url) {
    return true;
  }

  @Override
  public String existing(String url) {
    return url;
  }

  @Override
  public Connection connect(JdbcSettings settings, Duration answer) throws SQLException {
    String beneath =
        "jdbc:h2:mem:"
            + settings.url().substring(PREFIX.length())
            + ";MODE=MySQL;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT="
            + settings.timeouts().lock().toMillis();
    return new Driver().connect(beneath, settings.credentials().resolve());
  }

  @Override
  public void requireDurable(String url, Connection connection) {
    // It stands for one that never loses a commit.
  }

  @Override
  public TransactionIsolationLevel snapshotIsolation() {
    return TransactionIsolationLevel.SERIALIZABLE;
  }

  @Override
  public String insertMissing(String insert) {
    return insert.replaceFirst("INSERT INTO", "INSERT IGNORE INTO");
  }

  @Override
  public String textType() {
    return "TEXT";
  }

  @Override
  public String exactText(String column) {
    return column;
  }

  @Override
  public Map<String, SqlProblem> problems() {
    return Map.of("42S", SqlProblem.SCHEMA_MISSING, "HYT00", SqlProblem.LOCKED);
  }

  @Override
  public String migrations(String folder) {
    return migrations + folder;
  }
}
