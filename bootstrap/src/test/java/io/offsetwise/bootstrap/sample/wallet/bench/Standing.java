package io.offsetwise.bootstrap.sample.wallet.bench;

import java.util.List;

/**
 * What one contestant came to.
 *
 * @param name the contestant
 * @param recordsPerSecond by round, in their order
 * @param median of them
 * @param recordsPerStep mean number of records in a transaction, or in a range of one that saves
 *     nothing
 */
record Standing(String name, List<Long> recordsPerSecond, long median, long recordsPerStep) {

  static Standing of(String name, List<Attempt> attempts) {
    return new Standing(
        name,
        attempts.stream().map(attempt -> Math.round(attempt.recordsPerSecond())).toList(),
        Math.round(Median.of(attempts.stream().mapToDouble(Attempt::recordsPerSecond))),
        Math.round(attempts.stream().mapToDouble(Attempt::recordsPerStep).average().orElseThrow()));
  }
}
