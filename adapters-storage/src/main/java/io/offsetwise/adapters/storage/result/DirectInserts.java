package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.HeldInserts;
import io.offsetwise.adapters.storage.jdbc.RowInserter;
import org.jdbi.v3.core.Handle;

/**
 * Rows that are not held: they are inserted while they come, in one transaction and once.
 *
 * @param inserter on the handle of that transaction
 */
record DirectInserts(RowInserter inserter) implements HeldInserts {

  @Override
  public void add(Object[] values) {
    inserter.add(values);
  }

  @Override
  public void insert(Handle handle) {
    inserter.flush();
  }

  @Override
  public void close() {
    inserter.close();
  }
}
