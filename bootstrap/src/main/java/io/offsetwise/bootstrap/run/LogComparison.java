package io.offsetwise.bootstrap.run;

/** Whether what a run has stored is held against Kafka's log when it has ended. */
public enum LogComparison {
  /**
   * Where it is cheap: broker and database are the local services, and no more than {@value
   * #SMALL_LOG} offsets lie before the stored positions.
   */
  OF_SMALL_LOGS,
  /** However large the log is, and wherever. */
  ASKED_FOR;

  /** The largest number of offsets before the stored positions that is compared unasked. */
  public static final long SMALL_LOG = 100_000;
}
