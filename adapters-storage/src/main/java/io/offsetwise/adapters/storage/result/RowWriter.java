package io.offsetwise.adapters.storage.result;

import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.offset.StreamName;
import java.util.Iterator;
import org.jdbi.v3.core.Handle;

/**
 * Writes rows while they are read: inserts in blocks, sums at the end, one for each key. Holds a
 * block and the sums, never all rows.
 *
 * @param handle with an open transaction
 * @param stream whose rows
 * @param writers of its job
 * @param <R> the rows
 */
record RowWriter<R>(Handle handle, StreamName stream, TableWriters<R> writers)
    implements ResultWriter<R> {

  @Override
  public void write(Iterator<R> rows) {
    try (HeldRows<R> taken =
        new HeldRows<>(stream, writers, table -> InsertedRows.direct(handle, stream, table))) {
      rows.forEachRemaining(taken::add);
      taken.insert(handle);
    }
  }
}
