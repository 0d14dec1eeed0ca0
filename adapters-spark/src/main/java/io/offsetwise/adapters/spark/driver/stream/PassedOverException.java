package io.offsetwise.adapters.spark.driver.stream;

import org.apache.spark.streaming.Time;

/**
 * Tells Spark that a batch was not done, because its session was ending; it is no failure of the
 * stream.
 */
public final class PassedOverException extends RuntimeException {

  /** The batch of this time. */
  public PassedOverException(Time batchTime) {
    super(
        "the batch of " + batchTime + " came when its session was ending: it is still to be done");
  }
}
