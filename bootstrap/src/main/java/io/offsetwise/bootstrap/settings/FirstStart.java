package io.offsetwise.bootstrap.settings;

import io.offsetwise.domain.start.StartingPoint;
import java.time.Instant;

/** Where a topic begins that was never read: known now, or to be looked up in the log. */
public sealed interface FirstStart {

  /**
   * A starting point that needs no look-up.
   *
   * @param point the starting point
   */
  record At(StartingPoint point) implements FirstStart {}

  /**
   * The first record that is not older than a time; only Kafka knows its offset.
   *
   * @param time compared with the records' timestamps
   */
  record AtTime(Instant time) implements FirstStart {}
}
