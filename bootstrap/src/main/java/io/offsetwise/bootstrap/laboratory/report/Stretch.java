package io.offsetwise.bootstrap.laboratory.report;

import java.util.Locale;

/**
 * A part of a partition's log.
 *
 * @param kind {@code before} or {@code after} the halt, or the outcome of what was in flight
 * @param from first offset, inclusive
 * @param until last offset, exclusive
 * @param left where it begins, in percent of the lane
 * @param width how long it is, in percent of the lane
 * @param roomier the side with more room for words, {@code left} or {@code right}
 */
public record Stretch(
    String kind, long from, long until, String left, String width, String roomier) {

  private static final double PERCENT = 100.0;

  static Stretch of(String kind, long from, long until, long end) {
    return new Stretch(
        kind,
        from,
        until,
        percent(from, end),
        percent(until - from, end),
        from > end - until ? "left" : "right");
  }

  /** The offsets, as ranges are written. */
  public String label() {
    return "[" + Words.grouped(from) + ", " + Words.grouped(until) + ")";
  }

  private static String percent(long offsets, long end) {
    return String.format(Locale.ROOT, "%.3f", PERCENT * offsets / end);
  }
}
