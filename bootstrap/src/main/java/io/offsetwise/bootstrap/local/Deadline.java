package io.offsetwise.bootstrap.local;

import java.time.Duration;

/**
 * A point in time that does not move with the wall clock.
 *
 * @param nanoTime in the time of {@link System#nanoTime}
 */
record Deadline(long nanoTime) {

  static Deadline in(Duration patience) {
    return new Deadline(System.nanoTime() + patience.toNanos());
  }

  boolean hasPassed() {
    return System.nanoTime() - nanoTime >= 0;
  }
}
