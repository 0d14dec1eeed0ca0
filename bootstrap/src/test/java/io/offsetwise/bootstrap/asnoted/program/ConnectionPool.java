package io.offsetwise.bootstrap.asnoted.program;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The note's "static, lazily initialised pool": one connection for each of Spark's two threads. */
final class ConnectionPool implements AutoCloseable {

  private static final int CONNECTIONS = 2;
  private static final long WAIT_MILLIS = 50;

  private final BlockingQueue<Connection> idle = new LinkedBlockingQueue<>();

  private ConnectionPool(Database database) throws SQLException {
    for (int number = 0; number < CONNECTIONS; number++) {
      idle.add(database.connect());
    }
  }

  static Connection getConnection(Database database) throws Exception {
    Connection connection =
        PerJvm.get(new Pool(database)).idle.poll(WAIT_MILLIS, TimeUnit.MILLISECONDS);
    if (connection == null) {
      throw new SQLException("no connection has come back within " + WAIT_MILLIS + " ms");
    }
    return connection;
  }

  static void returnConnection(Database database, Connection connection) {
    PerJvm.get(new Pool(database)).idle.add(connection);
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : idle) {
      connection.close();
    }
  }

  private record Pool(Database database) implements SharedResource<ConnectionPool> {

    @Override
    public ConnectionPool open() {
      try {
        return new ConnectionPool(database);
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
