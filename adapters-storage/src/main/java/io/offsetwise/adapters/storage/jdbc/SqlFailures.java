package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StopReason;
import java.sql.SQLException;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * Says what failures of one database mean for a stream.
 *
 * @param address the database's URL without options and secrets, for messages
 * @param dialect of the database
 */
public record SqlFailures(String address, Dialect dialect) {

  /** The failures of the database that {@code settings} lead to. */
  public static SqlFailures of(JdbcSettings settings) {
    return new SqlFailures(settings.address(), settings.dialect());
  }

  /**
   * The stop that {@code failure} means, or {@code failure} itself when it means nothing special.
   *
   * @param failure what JDBI or another library threw; its cause tells when it is an {@link
   *     SQLException}
   */
  public RuntimeException translate(RuntimeException failure) {
    if (failure.getCause() instanceof SQLException sql) {
      Optional<SqlProblem> problem = problem(sql);
      if (problem.isPresent()) {
        return problem.get().stop(address, sql);
      }
    }
    return failure;
  }

  /** How often a commit that meets {@code failure} is tried in all, as its problem tells. */
  int attempts(RuntimeException failure) {
    return failure.getCause() instanceof SQLException sql
        ? problem(sql).map(SqlProblem::attempts).orElse(1)
        : 1;
  }

  /**
   * As {@link #translate}, for a failure of the commit itself, after which nobody knows what is
   * durable.
   */
  RuntimeException translateCommit(RuntimeException failure) {
    if (failure.getCause() instanceof SQLException sql && isLostConnection(sql)) {
      return StopReason.TRANSIENT.because(
          sql,
          "database %s was lost during a commit (%s): nobody knows whether the commit is durable;"
              + " save the same ranges again, and the stored positions tell",
          address,
          SqlChain.of(sql).firstLine());
    }
    return translate(failure);
  }

  /** Whether the connection that met {@code failure} is of no use any more. */
  boolean isLostConnection(SQLException failure) {
    return problem(failure).filter(SqlProblem.UNREACHABLE::equals).isPresent();
  }

  /** A handshake that fails has the SQLSTATE of a lost connection. */
  private Optional<SqlProblem> problem(SQLException failure) {
    return CauseChain.of(failure).links().stream().anyMatch(SSLHandshakeException.class::isInstance)
        ? Optional.of(SqlProblem.NOT_TRUSTED)
        : new SqlStates(dialect).problem(failure);
  }
}
