package io.offsetwise.bootstrap.bench;

import java.util.Arrays;
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
        Math.round(median(attempts)),
        Math.round(attempts.stream().mapToDouble(Attempt::recordsPerStep).average().orElseThrow()));
  }

  private static double median(List<Attempt> attempts) {
    double[] sorted = attempts.stream().mapToDouble(Attempt::recordsPerSecond).sorted().toArray();
    int middle = sorted.length / 2;
    double[] around = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, middle + 1);
    return Arrays.stream(around).average().orElseThrow();
  }
}
