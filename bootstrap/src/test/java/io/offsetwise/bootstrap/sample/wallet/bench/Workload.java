package io.offsetwise.bootstrap.sample.wallet.bench;

import java.time.Duration;

/**
 * The work that every contestant does: all payments of one topic.
 *
 * @param payments number of payments in the topic, at least 1
 * @param recordsPerTransaction most records that one transaction saves, at least 1
 * @param rounds number of rounds that count, at least 1; two more run before them, to warm up
 */
record Workload(long payments, int recordsPerTransaction, int rounds) {

  static final String TOPIC = "payments";
  static final int PARTITIONS = 5;

  /** Threads of the hand-written loop, and of Spark. */
  static final int THREADS = 2;

  /** Longest wait for one contestant. */
  static final Duration BOUND = Duration.ofMinutes(10);

  Workload {
    if (payments < 1 || recordsPerTransaction < 1 || rounds < 1) {
      throw new IllegalArgumentException(
          "payments, records per transaction and rounds must be at least 1 but are "
              + payments
              + ", "
              + recordsPerTransaction
              + " and "
              + rounds);
    }
  }
}
