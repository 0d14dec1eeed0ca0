package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.time.Deadline;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Tries again within a bound, with pauses that two rivals do not share. */
public final class Backoff {

  private static final long SHORTEST_PAUSE_MS = 2;
  private static final long LONGEST_PAUSE_MS = 200;

  private final Deadline deadline;
  private long pauseMs = SHORTEST_PAUSE_MS;

  /** Retries that are over after {@code bound}. */
  public Backoff(Duration bound) {
    this.deadline = Deadline.in(bound);
  }

  /** Pauses, each time for longer; false, without a pause, when the bound is reached. */
  public boolean awaitRetry() {
    if (deadline.hasPassed() || Thread.currentThread().isInterrupted()) {
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
