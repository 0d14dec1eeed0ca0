package io.offsetwise.adapters.storage.offset;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.StreamName;
import org.jdbi.v3.core.Handle;

/**
 * Whether a database keeps streams at all: one that no driver has ever migrated is no damaged one.
 *
 * @param handle a connection to it
 */
public record StreamTables(Handle handle) {

  private static final String COUNT =
      "SELECT COUNT(*) FROM information_schema.tables"
          + " WHERE LOWER(table_name) = 'stream_offset' AND table_schema = CURRENT_SCHEMA";

  /**
   * Makes sure that it does, before {@code stream} is looked for.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE}
   */
  public void require(StreamName stream) {
    if (handle.createQuery(COUNT).mapTo(Long.class).one() == 0) {
      throw StopReason.UNAVAILABLE.because(
          "stream %s is not stored here, because no stream is: this database has probably never"
              + " been used by a job; correct its address, or run the job first",
          stream);
    }
  }
}
