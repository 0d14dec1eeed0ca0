package io.offsetwise.bootstrap.laboratory.testbed;

import java.time.Duration;
import java.util.Map;

/**
 * How fast jobs read: in a few batches, each of which takes as much from every partition, so that a
 * halt in mid-stream has batches before and after it.
 *
 * @param shortestPartition number of records in the shortest partition
 */
record JobPace(int shortestPartition) {

  private static final int BATCHES = 4;
  private static final Duration INTERVAL = Duration.ofMillis(100);

  /** The settings of that pace. */
  Map<String, String> settings() {
    int ofPartition = (shortestPartition + BATCHES - 1) / BATCHES;
    long perSecond = ofPartition * Duration.ofSeconds(1).dividedBy(INTERVAL);
    return Map.of(
        "job.batch-interval",
        INTERVAL.toMillis() + "ms",
        "kafka.max-rate-per-partition",
        Long.toString(perSecond));
  }
}
