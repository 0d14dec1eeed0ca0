package io.offsetwise.adapters.spark.driver.checkpointed;

/** The session that reads a generation now, if there is one. Thread-safe. */
final class CurrentSession implements AutoCloseable {

  private final SessionName name;
  private volatile CheckpointedBatches batches;

  CurrentSession(SessionName name) {
    this.name = name;
  }

  /** The session has opened: its batches are handed to these. */
  void opened(CheckpointedBatches opened) {
    batches = opened;
  }

  /**
   * What its batches are handed to.
   *
   * @throws IllegalStateException when there is no session, so that the batch is not taken for done
   */
  CheckpointedBatches batches() {
    CheckpointedBatches current = batches;
    if (current == null) {
      throw new IllegalStateException(
          "no session reads generation " + name.generation() + " of stream " + name.stream());
    }
    return current;
  }

  @Override
  public void close() {
    batches = null;
  }
}
