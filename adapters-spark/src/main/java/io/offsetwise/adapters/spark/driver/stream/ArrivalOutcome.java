package io.offsetwise.adapters.spark.driver.stream;

/** What became of a batch that arrived. */
public enum ArrivalOutcome {
  /** It was saved, or held no offset. */
  DONE,
  /** The session was draining: nothing was touched, and the batch will be read again. */
  PASSED_OVER
}
