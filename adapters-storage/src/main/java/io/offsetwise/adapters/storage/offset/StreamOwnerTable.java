package io.offsetwise.adapters.storage.offset;

import io.offsetwise.adapters.storage.jdbc.HandleDialect;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The row of one stream in {@code stream_owner}, on one connection with an open transaction. Its
 * lock is taken before any row of {@code stream_offset}.
 *
 * @param handle the connection
 * @param stream whose row
 */
record StreamOwnerTable(Handle handle, StreamName stream) {

  private static final String NEXT =
      "UPDATE stream_owner SET epoch = epoch + 1, claimed_at = CURRENT_TIMESTAMP"
          + " WHERE stream_name = :stream";

  /** Epoch 0 is no claim; the update that follows makes it 1, whoever inserted the row. */
  private static final String FIRST =
      "INSERT INTO stream_owner (stream_name, epoch) VALUES (:stream, 0)";

  private static final String HOLD =
      "UPDATE stream_owner SET epoch = epoch WHERE stream_name = :stream AND epoch = :epoch";

  private static final String READ = "SELECT epoch FROM stream_owner WHERE stream_name = :stream";

  /** Counts the epoch up and locks the row; rivals that claim as well wait. */
  Epoch next() {
    if (execute(NEXT) == 0) {
      execute(HandleDialect.of(handle).insertMissing(FIRST));
      execute(NEXT);
    }
    return current().orElseThrow();
  }

  /** Locks the row if it stands at {@code epoch}; false when another claim was made. */
  boolean hold(Epoch epoch) {
    return handle
            .createUpdate(HOLD)
            .bind("stream", stream.value())
            .bind("epoch", epoch.number())
            .execute()
        == 1;
  }

  Optional<Epoch> current() {
    return handle
        .createQuery(READ)
        .bind("stream", stream.value())
        .mapTo(Long.class)
        .findOne()
        .map(Epoch::new);
  }

  private int execute(String sql) {
    return handle.createUpdate(sql).bind("stream", stream.value()).execute();
  }
}
