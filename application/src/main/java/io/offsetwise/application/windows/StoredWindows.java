package io.offsetwise.application.windows;

import java.util.Iterator;

/** The stored windows of one stream, read for an audit. */
@FunctionalInterface
public interface StoredWindows {

  /**
   * All windows, repeats included, sorted by topic, partition and first offset; read while they are
   * taken. To be called once.
   */
  Iterator<WindowCount> inOrder();
}
