package io.offsetwise.adapters.storage.jdbc;

/** The two ways in which the notes get a connection on an executor. */
public enum ConnectionChoice {
  /** A pool, opened lazily and once in each JVM; a save borrows a connection and gives it back. */
  POOL,
  /** Each save opens a connection of its own and closes it. */
  PER_SAVE
}
