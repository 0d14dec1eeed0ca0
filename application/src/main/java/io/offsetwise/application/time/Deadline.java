package io.offsetwise.application.time;

import java.time.Duration;

/**
 * The moment at which a wait is over. It does not move with the wall clock, and means nothing to
 * another process.
 *
 * @param nanoTime in the time of {@link System#nanoTime}
 */
public record Deadline(long nanoTime) {

  /** The moment that comes after {@code bound}; one that has passed if that is zero or less. */
  public static Deadline in(Duration bound) {
    return new Deadline(System.nanoTime() + bound.toNanos());
  }

  /** Whether it has come. */
  public boolean hasPassed() {
    return nanosLeft() <= 0;
  }

  /** The time until then; zero when it has passed. */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, nanosLeft()));
  }

  /** A difference, because the two may lie on both sides of an overflow. */
  private long nanosLeft() {
    return nanoTime - System.nanoTime();
  }
}
