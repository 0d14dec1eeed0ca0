package io.offsetwise.bootstrap.sample.wallet.bench;

import java.util.Arrays;
import java.util.List;

/** The value that a share of all values does not exceed. */
final class Percentile {

  private static final int ALL = 100;

  private Percentile() {}

  /** Of at least one value: the smallest that {@code percent} of all do not exceed. */
  static double of(int percent, List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (sorted.length * percent + ALL - 1) / ALL - 1)];
  }
}
