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
 */
public record JdbcTimeouts(Duration connection, Duration lock, Duration answer)
    implements Serializable {

  private static final Duration SHORTEST_CONNECTION = Duration.ofMillis(250);

  /** 10 s for a connection, 10 s for a lock, 60 s for an answer. */
  public static final JdbcTimeouts STANDARD =
      new JdbcTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(60));

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
  }
}
