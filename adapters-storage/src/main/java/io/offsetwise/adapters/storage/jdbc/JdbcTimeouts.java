package io.offsetwise.adapters.storage.jdbc;

import io.offsetwise.domain.text.Text;
import java.io.Serializable;
import java.time.Duration;

/**
 * The bounds of every wait for a database.
 *
 * @param connection the longest wait for a connection, borrowed or opened; 250 ms or more
 * @param lock the longest wait for a row that another transaction holds
 * @param answer the longest wait for the answer to one statement, longer than {@code lock}; a
 *     database that hangs is given up after it
 * @param idle the longest time for which an open transaction may ask nothing, where the database
 *     can bound that; a process that was paused loses its locks after it
 */
public record JdbcTimeouts(Duration connection, Duration lock, Duration answer, Duration idle)
    implements Serializable {

  private static final Duration SHORTEST_CONNECTION = Duration.ofMillis(250);

  /**
   * 10 s for a connection, 10 s for a lock, 60 s for an answer, 120 s for a transaction that waits.
   */
  public static final JdbcTimeouts STANDARD =
      new JdbcTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(120));

  public JdbcTimeouts {
    if (connection.compareTo(SHORTEST_CONNECTION) < 0) {
      throw new IllegalArgumentException(
          Text.of(
              "connection timeout %s ms is shorter than the %s ms that a pool needs",
              connection.toMillis(), SHORTEST_CONNECTION.toMillis()));
    }
    if (lock.isNegative() || lock.isZero() || answer.compareTo(lock) <= 0) {
      throw new IllegalArgumentException(
          Text.of(
              "lock timeout %s ms must be positive and shorter than the answer timeout %s ms, or a"
                  + " wait for a row would look like a dead database",
              lock.toMillis(), answer.toMillis()));
    }
    if (idle.isNegative() || idle.isZero()) {
      throw new IllegalArgumentException(
          Text.of("idle timeout %s ms is not positive", idle.toMillis()));
    }
  }

  /** These bounds with another one for connections. */
  public JdbcTimeouts withConnection(Duration other) {
    return new JdbcTimeouts(other, lock, answer, idle);
  }

  /** These bounds with another one for locks. */
  public JdbcTimeouts withLock(Duration other) {
    return new JdbcTimeouts(connection, other, answer, idle);
  }

  /** These bounds with another one for answers. */
  public JdbcTimeouts withAnswer(Duration other) {
    return new JdbcTimeouts(connection, lock, other, idle);
  }
}
