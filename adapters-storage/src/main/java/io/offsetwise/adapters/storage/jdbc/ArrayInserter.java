package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.adapters.storage.jdbc.BulkWriter.InsertInto;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;

/** Inserts rows in blocks, each by one {@link BlockInsert}. Not thread-safe. */
public final class ArrayInserter implements RowInserter {

  private final Handle handle;
  private final InsertInto target;
  private final int blockSize;
  private final UnaryOperator<String> asWanted;
  private final List<Object[]> rows = new ArrayList<>();

  private ArrayInserter(
      Handle handle, InsertInto target, int blockSize, UnaryOperator<String> asWanted) {
    this.handle = handle;
    this.target = target;
    this.blockSize = blockSize;
    this.asWanted = asWanted;
  }

  /**
   * Inserts on a handle with an open transaction.
   *
   * @param blockSize rows of a block, 1 or more; so many are held
   */
  public static ArrayInserter of(Handle handle, InsertInto target, int blockSize) {
    return new ArrayInserter(handle, target, blockSize, insert -> insert);
  }

  /** The same for rows of which some may be there; see {@link BulkWriter#missingInserter}. */
  public static ArrayInserter ofMissing(Handle handle, InsertInto target, int blockSize) {
    return new ArrayInserter(handle, target, blockSize, HandleDialect.of(handle)::insertMissing);
  }

  @Override
  public void add(Object[] values) {
    rows.add(values);
    if (rows.size() == blockSize) {
      flush();
    }
  }

  /** {@inheritDoc} A statement for each block: preparing it costs little beside so many rows. */
  @Override
  public void flush() {
    if (rows.isEmpty()) {
      return;
    }
    BlockInsert block = BlockInsert.of(target, rows, HandleDialect.of(handle).textType());
    String insert = asWanted.apply(block.sql());
    try (PreparedStatement statement = handle.getConnection().prepareStatement(insert)) {
      block.bind(statement, rows);
      statement.executeUpdate();
    } catch (SQLException failure) {
      throw new UncheckedSqlException(failure);
    }
    rows.clear();
  }

  @Override
  public void close() {
    rows.clear();
  }
}
