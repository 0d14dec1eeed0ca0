package io.offsetwise.adapters.storage.local;

import io.offsetwise.adapters.storage.jdbc.JdbcSettings;
import io.offsetwise.application.stop.StoppedException;

/** A running database server on 127.0.0.1. What is committed to it survives a kill. */
public interface LocalDatabase extends AutoCloseable {

  /** The TCP port on 127.0.0.1. */
  int port();

  /** The settings with which clients connect, in this process or another one. */
  JdbcSettings client();

  /**
   * Stops the server; open transactions are rolled back.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when it does not stop in good order
   */
  @Override
  void close();
}
