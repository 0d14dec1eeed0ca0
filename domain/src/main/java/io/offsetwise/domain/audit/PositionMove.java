package io.offsetwise.domain.audit;

import java.util.OptionalLong;

/**
 * A step of a position that no save and no accepted start has made: somebody moved it by hand, or
 * saved without the guard.
 *
 * @param from next offset to read that the history led to; empty when the partition had been left
 *     out
 * @param to next offset to read that was found instead; empty when the position is gone
 */
public record PositionMove(OptionalLong from, OptionalLong to) {

  /** What happened, as the end of a sentence about a partition. */
  public String describe() {
    return to.isEmpty()
        ? "its position was removed, which its history leads to " + at(from)
        : "its position was moved from " + at(from) + " to " + to.getAsLong();
  }

  private static String at(OptionalLong offset) {
    return offset.isPresent() ? Long.toString(offset.getAsLong()) : "nowhere";
  }
}
