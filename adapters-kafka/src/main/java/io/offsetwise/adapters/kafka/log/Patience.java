package io.offsetwise.adapters.kafka.log;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Tries again within a bound, with pauses that two rivals do not share. */
public final class Patience {

  private static final long SHORTEST_PAUSE_MS = 2;
  private static final long LONGEST_PAUSE_MS = 200;

  private final long end;
  private long pauseMs = SHORTEST_PAUSE_MS;

  /** Patience that is over after {@code bound}. */
  public Patience(Duration bound) {
    this.end = System.nanoTime() + bound.toNanos();
  }

  /** Pauses, each time for longer; false, without a pause, when the bound is reached. */
  public boolean more() {
    if (System.nanoTime() >= end || Thread.currentThread().isInterrupted()) {
      return false;
    }
    try {
      Thread.sleep(pauseMs + ThreadLocalRandom.current().nextLong(pauseMs));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    pauseMs = Math.min(LONGEST_PAUSE_MS, 2 * pauseMs);
    return true;
  }
}
