package io.offsetwise.bootstrap.asnoted;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Waits for a condition, bounded; looks often, since there are many of these waits. */
final class Wait {

  private static final Duration BOUND = Duration.ofSeconds(90);
  private static final Duration POLL = Duration.ofMillis(10);

  private Wait() {}

  static void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(BOUND).pollInterval(POLL).until(condition);
  }
}
