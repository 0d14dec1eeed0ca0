package io.offsetwise.adapters.storage.administration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Reads the database's times. */
final class RowTime {

  private RowTime() {}

  /** The time in a column that is never null. */
  static Instant of(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
