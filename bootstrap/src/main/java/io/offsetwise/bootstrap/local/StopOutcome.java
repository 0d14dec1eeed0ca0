package io.offsetwise.bootstrap.local;

/** What became of services that were to be stopped. */
public enum StopOutcome {
  /** There was nothing to stop. */
  NOT_RUNNING,
  /** They ended in good order. */
  STOPPED,
  /** They did not end in time and were killed; their data survive that. */
  KILLED
}
