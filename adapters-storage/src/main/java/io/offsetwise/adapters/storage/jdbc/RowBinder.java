package io.offsetwise.adapters.storage.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Sets the parameters of a statement from a row.
 *
 * @param <T> the rows
 */
@FunctionalInterface
public interface RowBinder<T> {

  /** Sets all parameters of {@code statement}. */
  void bind(PreparedStatement statement, T row) throws SQLException;
}
