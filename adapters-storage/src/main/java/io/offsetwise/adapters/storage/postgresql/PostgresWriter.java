package io.offsetwise.adapters.storage.postgresql;

import io.offsetwise.adapters.storage.jdbc.ArrayInserter;
import io.offsetwise.adapters.storage.jdbc.BlockInsert;
import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.adapters.storage.jdbc.HeldInserts;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import io.offsetwise.adapters.storage.jdbc.UncheckedSqlException;
import io.offsetwise.domain.text.Text;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * The fastest ways into a table of PostgreSQL that were measured, see decision 28: COPY where there
 * is no key to meet, arrays of columns where there is one.
 */
record PostgresWriter() implements BulkWriter {

  static final String TEXT_TYPE = "text";

  private static final int BLOCK = 5_000;

  /** Between two of these the server waits for the first text, and the client for the last. */
  private static final int COPIED_BLOCK = 20_000;

  @Override
  public RowInserter inserter(Handle handle, InsertInto target) {
    return new CopyInserter(handle.getConnection(), target, COPIED_BLOCK);
  }

  @Override
  public HeldInserts held(InsertInto target) {
    return new HeldCopy(target);
  }

  @Override
  public RowInserter missingInserter(Handle handle, InsertInto target) {
    return ArrayInserter.ofMissing(handle, target, BLOCK);
  }

  /** {@inheritDoc} Rows are locked in the order in which the arrays are unnested. */
  @Override
  public void addSums(Handle handle, InsertInto target, int key, List<Object[]> rows) {
    BlockInsert block = BlockInsert.of(target, rows, TEXT_TYPE);
    String add =
        Text.of(
            "%s ON CONFLICT (%s) DO UPDATE SET %s",
            block.sql(), String.join(", ", target.names(0, key)), added(target, key));
    try (PreparedStatement statement = handle.getConnection().prepareStatement(add)) {
      block.bind(statement, rows);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
  }

  private static String added(InsertInto target, int key) {
    return target.names(key, target.columns().size()).stream()
        .map(column -> Text.of("%s = %s.%s + excluded.%s", column, target.table(), column, column))
        .collect(Collectors.joining(", "));
  }
}
