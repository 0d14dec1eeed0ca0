package io.offsetwise.application.crash;

import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.List;

/** Crashes once: when a save that holds {@code victim} comes to {@code point}. */
final class ScriptedCrash implements FailurePoints {

  private final FailurePoint point;
  private final OffsetRange victim;
  private boolean happened;

  ScriptedCrash(FailurePoint point, OffsetRange victim) {
    this.point = point;
    this.victim = victim;
  }

  @Override
  public void reached(FailurePoint reached, List<OffsetRange> ranges) {
    if (!happened && reached == point && ranges.contains(victim)) {
      happened = true;
      throw new Crash();
    }
  }

  /** Nobody may catch this and go on. */
  static final class Crash extends Error {}
}
