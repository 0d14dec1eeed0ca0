package io.offsetwise.application.time;

import java.time.Duration;

/** The time that passes while somebody waits between two attempts. Thread-safe. */
public interface PassingTime {

  /** That of this machine. */
  PassingTime REAL =
      new PassingTime() {
        @Override
        public Duration now() {
          return Duration.ofNanos(System.nanoTime());
        }

        @Override
        public void pass(Duration time) throws InterruptedException {
          Thread.sleep(time.toMillis());
        }
      };

  /** The time since some moment that stays the same; means nothing to another process. */
  Duration now();

  /** Returns when {@code time} has passed. */
  void pass(Duration time) throws InterruptedException;
}
