package io.offsetwise.application.interleaving;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Locale;
import java.util.Map;

/**
 * How a rival ended.
 *
 * @param kind how
 * @param why why, where it was stopped
 */
record Ending(Kind kind, String why) {

  enum Kind {
    /** It has read to the log's end. */
    FINISHED,
    /** It was told that another one has claimed the stream. */
    FENCED,
    /** It was told that positions had been moved. */
    OUT_OF_ORDER,
    /** It has died. */
    CRASHED,
    /** Any other stop, or a mistake in the code. */
    FAILED
  }

  private static final Map<StopReason, Kind> EXPECTED =
      Map.of(StopReason.FENCED, Kind.FENCED, StopReason.OUT_OF_ORDER, Kind.OUT_OF_ORDER);

  static Ending of(StoppedException stopped) {
    return new Ending(EXPECTED.getOrDefault(stopped.reason(), Kind.FAILED), stopped.getMessage());
  }

  @Override
  public String toString() {
    return (kind + " " + why).toLowerCase(Locale.ROOT).strip();
  }
}
