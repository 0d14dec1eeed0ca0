package io.offsetwise.adapters.storage.h2;

import io.offsetwise.adapters.storage.jdbc.ArrayInserter;
import io.offsetwise.adapters.storage.jdbc.BatchedWriter;
import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * The fastest ways into a table of H2 that were measured, see decision 28: arrays of columns, and
 * sums by batches.
 */
record H2Writer() implements BulkWriter {

  private static final int BLOCK = 1_000;

  @Override
  public RowInserter inserter(Handle handle, InsertInto target) {
    return ArrayInserter.of(handle, target, BLOCK);
  }

  @Override
  public RowInserter missingInserter(Handle handle, InsertInto target) {
    return ArrayInserter.ofMissing(handle, target, BLOCK);
  }

  @Override
  public void addSums(Handle handle, InsertInto target, int key, List<Object[]> rows) {
    new BatchedWriter().addSums(handle, target, key, rows);
  }
}
