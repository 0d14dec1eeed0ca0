package io.offsetwise.application.save;

import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;
import java.util.List;

/**
 * Is told when a save passes a failure point. The product's wiring knows only {@link #NONE}; the
 * laboratory passes one that halts the process. Travels to executors.
 */
@FunctionalInterface
public interface FailurePoints extends Serializable {

  /** Nothing happens at any point. */
  FailurePoints NONE = (point, ranges) -> {};

  /**
   * The save of {@code ranges} has come to {@code point}.
   *
   * @param ranges the ranges being saved, sorted, none empty
   */
  void reached(FailurePoint point, List<OffsetRange> ranges);
}
