package io.offsetwise.application.save;

import java.time.Duration;
import java.util.Objects;

/**
 * How often a batch is saved again after a failure that may pass.
 *
 * @param attempts most attempts, the first one among them, 1 or more
 * @param time no attempt begins later than this after the first failure; zero or more
 */
public record RetryBound(int attempts, Duration time) {

  /** No batch is saved again. */
  public static final RetryBound ONCE = new RetryBound(1, Duration.ZERO);

  public RetryBound {
    Objects.requireNonNull(time, "time");
    if (attempts < 1 || time.isNegative()) {
      throw new IllegalArgumentException(
          "a batch is tried once or more, within a time that is not negative, not "
              + attempts
              + " times within "
              + time);
    }
  }
}
