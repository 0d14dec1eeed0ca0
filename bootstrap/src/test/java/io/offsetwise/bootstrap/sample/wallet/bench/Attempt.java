package io.offsetwise.bootstrap.sample.wallet.bench;

import java.time.Duration;

/**
 * What a contestant did in one round.
 *
 * @param records number of records that it read, or saved if it saves
 * @param steps number of transactions, or of ranges that were read by one that saves nothing
 * @param elapsed from its start, claim and opening of clients included, to the end of its last step
 */
record Attempt(long records, long steps, Duration elapsed) {

  double recordsPerSecond() {
    return records * 1e9 / elapsed.toNanos();
  }

  double recordsPerStep() {
    return (double) records / steps;
  }
}
