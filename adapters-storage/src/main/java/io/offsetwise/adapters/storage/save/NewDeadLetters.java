package io.offsetwise.adapters.storage.save;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.domain.offset.StreamName;
import java.util.Objects;

/**
 * Counts the dead letters that are written from a moment on, however many there were before: they
 * are numbered in the order in which they are written. Thread-safe; used on the driver.
 *
 * @param connections to the database of the results
 * @param newestBefore number of the newest letter at that moment; 0 when there was none
 */
public record NewDeadLetters(JdbcConnections connections, long newestBefore) {

  private static final String NEWEST = "SELECT COALESCE(MAX(letter_id), 0) FROM dead_letter";

  private static final String NEW =
      """
      SELECT COUNT(*) FROM dead_letter
      WHERE letter_id > :newestBefore AND stream_name = :stream
      """;

  public NewDeadLetters {
    Objects.requireNonNull(connections, "connections");
  }

  /** Counts those that come after this call. */
  public static NewDeadLetters fromNowOn(JdbcConnections connections) {
    long newest =
        connections.inTransaction(handle -> handle.createQuery(NEWEST).mapTo(Long.class).one());
    return new NewDeadLetters(connections, newest);
  }

  /** The number of those of {@code stream} so far. */
  public long of(StreamName stream) {
    return connections.inTransaction(
        handle ->
            handle
                .createQuery(NEW)
                .bind("newestBefore", newestBefore)
                .bind("stream", stream.value())
                .mapTo(Long.class)
                .one());
  }
}
