package io.offsetwise.bootstrap.house.violations.bootstrap;

/** A field that anybody sets again. */
final class CountsForAll {

  private static long runs;

  private CountsForAll() {}

  static long next() {
    runs++;
    return runs;
  }
}
