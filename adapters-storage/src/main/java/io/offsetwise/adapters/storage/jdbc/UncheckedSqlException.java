package io.offsetwise.adapters.storage.jdbc;

import java.sql.SQLException;
import java.util.Objects;

/**
 * Carries an {@link SQLException} out of code that must not declare it, as JDBI's exceptions do.
 */
public final class UncheckedSqlException extends RuntimeException {

  /** Wraps {@code cause}, never null. */
  public UncheckedSqlException(SQLException cause) {
    super(cause.getMessage(), Objects.requireNonNull(cause, "cause"));
  }
}
