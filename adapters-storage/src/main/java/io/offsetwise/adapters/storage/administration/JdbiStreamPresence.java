package io.offsetwise.adapters.storage.administration;

import io.offsetwise.adapters.storage.jdbc.JdbcConnections;
import io.offsetwise.application.session.DriverIdentity;
import io.offsetwise.application.session.LivingDriver;
import io.offsetwise.application.session.StreamPresence;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StreamName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The drivers that say they live, in a table whose times are the database's own. Thread-safe.
 *
 * @param connections of a database with the schema part {@code OFFSETS}
 */
public record JdbiStreamPresence(JdbcConnections connections) implements StreamPresence {

  private static final String SEEN =
      "UPDATE stream_presence SET epoch = :epoch, seen_at = CURRENT_TIMESTAMP"
          + " WHERE stream_name = :stream AND driver_id = :driver";

  private static final String ADD =
      """
      INSERT INTO stream_presence (stream_name, driver_id, host_name, process_id, epoch)
      VALUES (:stream, :driver, :host, :pid, :epoch)
      """;

  /** Of those that were killed nobody else takes the row away. */
  private static final String FORGET_DEAD =
      "DELETE FROM stream_presence WHERE stream_name = :stream"
          + " AND seen_at < CURRENT_TIMESTAMP - INTERVAL '1' HOUR";

  private static final String REMOVE =
      "DELETE FROM stream_presence WHERE stream_name = :stream AND driver_id = :driver";

  private static final String READ =
      """
      SELECT host_name, process_id, epoch, since_at, seen_at, CURRENT_TIMESTAMP AS now_at
      FROM stream_presence WHERE stream_name = :stream ORDER BY epoch DESC, since_at DESC
      """;

  public JdbiStreamPresence {
    Objects.requireNonNull(connections, "connections");
  }

  @Override
  public void announce(DriverIdentity driver, Epoch epoch) {
    connections.inTransaction(
        handle -> {
          boolean unknown =
              of(driver, handle.createUpdate(SEEN)).bind("epoch", epoch.number()).execute() == 0;
          if (unknown) {
            add(handle, driver, epoch);
          }
          return driver;
        });
  }

  private static void add(Handle handle, DriverIdentity driver, Epoch epoch) {
    handle.createUpdate(FORGET_DEAD).bind("stream", driver.stream().value()).execute();
    of(driver, handle.createUpdate(ADD))
        .bind("host", driver.host())
        .bind("pid", driver.pid())
        .bind("epoch", epoch.number())
        .execute();
  }

  @Override
  public void withdraw(DriverIdentity driver) {
    connections.inTransaction(handle -> of(driver, handle.createUpdate(REMOVE)).execute());
  }

  @Override
  public List<LivingDriver> living(StreamName stream) {
    return connections
        .inTransaction(
            handle ->
                handle
                    .createQuery(READ)
                    .bind("stream", stream.value())
                    .map((row, context) -> driver(row))
                    .list())
        .stream()
        .filter(driver -> driver.silence().compareTo(LivingDriver.LONGEST_SILENCE) <= 0)
        .toList();
  }

  private static LivingDriver driver(ResultSet row) throws SQLException {
    return new LivingDriver(
        row.getString("host_name"),
        row.getLong("process_id"),
        new Epoch(row.getLong("epoch")),
        RowTime.of(row, "since_at"),
        Duration.between(RowTime.of(row, "seen_at"), RowTime.of(row, "now_at")));
  }

  private static <S extends SqlStatement<S>> S of(DriverIdentity driver, S statement) {
    return statement.bind("stream", driver.stream().value()).bind("driver", driver.id());
  }
}
