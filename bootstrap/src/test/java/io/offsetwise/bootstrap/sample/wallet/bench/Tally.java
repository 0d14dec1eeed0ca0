package io.offsetwise.bootstrap.sample.wallet.bench;

import java.time.Duration;

/** Counts what was done since it was made, and keeps the time of the last count. Thread-safe. */
final class Tally {

  private final long begin = System.nanoTime();
  private long end = begin;
  private long records;
  private long steps;

  synchronized void add(long moreRecords, long moreSteps) {
    records += moreRecords;
    steps += moreSteps;
    end = System.nanoTime();
  }

  synchronized long records() {
    return records;
  }

  synchronized Attempt attempt() {
    return new Attempt(records, steps, Duration.ofNanos(end - begin));
  }
}
