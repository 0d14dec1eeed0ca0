package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.jdbc.BulkWriter;
import io.offsetwise.application.save.HeldResults;
import io.offsetwise.application.save.ResultWriter;
import io.offsetwise.application.save.SerializedResults;
import io.offsetwise.domain.offset.StreamName;
import java.io.Serializable;
import org.jdbi.v3.core.Handle;

/**
 * Makes the writer of a job's results for one transaction. Travels to executors.
 *
 * @param <R> the job's results
 */
@FunctionalInterface
public interface ResultWriters<R> extends Serializable {

  /**
   * A writer bound to one transaction.
   *
   * @param handle the connection with its open transaction; neither to be committed nor closed
   * @param stream the stream that the results belong to
   */
  ResultWriter<R> in(Handle handle, StreamName stream);

  /**
   * Takes results while they are read, for a writer of these.
   *
   * @param writer writes rows as the database takes them fastest
   * @param stream the stream that the results belong to
   */
  default HeldResults<R> held(BulkWriter writer, StreamName stream) {
    return new SerializedResults<>();
  }
}
