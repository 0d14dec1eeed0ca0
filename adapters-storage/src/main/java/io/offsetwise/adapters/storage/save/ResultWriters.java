package io.offsetwise.adapters.storage.save;

import io.offsetwise.application.save.ResultWriter;
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
}
