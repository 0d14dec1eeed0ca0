package io.offsetwise.adapters.storage.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import java.time.Duration;

/** How a pool is set up. */
public final class ConnectionPool {

  private static final Duration LONGEST_VALIDATION = Duration.ofSeconds(5);

  private ConnectionPool() {}

  /**
   * A pool of connections of these settings; opens nothing in the caller's thread. To be closed.
   */
  public static HikariDataSource of(JdbcSettings settings) {
    Duration patience = settings.timeouts().connection();
    HikariConfig config = new HikariConfig();
    config.setPoolName("offsetwise");
    config.setDataSource(DirectDataSource.of(settings));
    config.setMaximumPoolSize(settings.poolSize());
    // Short commands need one connection, not all.
    config.setMinimumIdle(1);
    config.setConnectionTimeout(patience.toMillis());
    config.setValidationTimeout(Math.min(patience.toMillis(), LONGEST_VALIDATION.toMillis()));
    // The database was looked at already; a second look would not be bounded.
    config.setInitializationFailTimeout(-1);
    config.setExceptionOverride(new LostConnections(SqlFailures.of(settings)));
    return new HikariDataSource(config);
  }

  /**
   * Whoever tries again must not be given the connection that was lost. The pool knows the standard
   * SQLSTATEs only, and asks no connection that was used a moment ago whether it lives.
   */
  private record LostConnections(SqlFailures failures) implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
      return failures.isLostConnection(failure) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
    }
  }
}
