package io.offsetwise.bootstrap.sample.wallet.bench;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The value in the middle. */
final class Median {

  private Median() {}

  /** Of at least one value: the middle one, or the mean of the two in the middle. */
  static double of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    double[] around = Arrays.copyOfRange(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1);
    return Arrays.stream(around).average().orElseThrow();
  }
}
