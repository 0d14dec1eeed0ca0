package io.offsetwise.adapters.storage.result;

import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.adapters.storage.save.ResultWriters;
import io.offsetwise.application.result.ResultTables;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;
import org.jdbi.v3.core.Handle;

/**
 * Makes the writers of any job's tables.
 *
 * @param tables the job's
 * @param written those of them that rows are written to under the guarantee of the stream; rows of
 *     the others are passed over
 * @param <R> rows of these tables
 */
public record TableWriters<R>(ResultTables<R> tables, ResultTables<R> written)
    implements ResultWriters<R> {

  public TableWriters {
    Objects.requireNonNull(tables, "tables");
    Objects.requireNonNull(written, "written");
  }

  @Override
  public ResultWriter<R> in(Handle handle, StreamName stream) {
    return new RowWriter<>(handle, stream, this);
  }

  @Override
  public HeldResults<R> held(BulkWriter writer, StreamName stream) {
    return new HeldRows<>(stream, this, table -> InsertedRows.held(writer, stream, table));
  }
}
