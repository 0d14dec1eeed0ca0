package io.offsetwise.bootstrap.sample.windows;

/** A stored window while the log is replayed beside it. Not thread-safe. */
final class OpenWindow {

  private final WindowCount stored;
  private long messages;
  private long bytes;

  OpenWindow(WindowCount stored) {
    this.stored = stored;
  }

  WindowCount stored() {
    return stored;
  }

  /** Counts a record that lies in the window. */
  void add(long valueBytes) {
    messages++;
    bytes += valueBytes;
  }

  /** Whether {@code offset} is one of the newest batch's own. */
  boolean isOfBatch(long offset) {
    return stored.batchFrom() <= offset && offset < stored.until();
  }

  /** Whether it says what was counted. */
  boolean isRight() {
    return stored.messages() == messages && stored.bytes() == bytes;
  }
}
