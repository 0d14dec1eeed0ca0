package io.offsetwise.application.session;

/** A running session over a fixed set of partitions. */
public interface StreamSession extends AutoCloseable {

  /** Throws what the engine failed with outside any batch, such as the generation of one. */
  void requireAlive();

  /** Ends the session without waiting for batches that have not begun; bounded in time. */
  @Override
  void close();
}
