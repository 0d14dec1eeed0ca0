package io.offsetwise.application.session;

import java.time.Duration;

/**
 * The times of the session loop.
 *
 * @param tick how often the loop looks for the end of the session
 * @param partitionCheck how often it asks the log for its partitions
 * @param drainBound the longest wait for the running batch when a session ends
 */
public record SessionTimes(Duration tick, Duration partitionCheck, Duration drainBound) {

  public SessionTimes {
    requirePositive("tick", tick);
    requirePositive("partitionCheck", partitionCheck);
    requirePositive("drainBound", drainBound);
  }

  private static void requirePositive(String name, Duration time) {
    if (time.isZero() || time.isNegative()) {
      throw new IllegalArgumentException(name + " must be positive but is " + time);
    }
  }
}
