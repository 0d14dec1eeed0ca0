package io.offsetwise.bootstrap.laboratory.proof;

/** What one process of a cell's job was meant to do. */
public enum JobEnd {
  /** Halt at a failure point. */
  HALT("halt"),
  /**
   * Lose the executor that halts at a failure point: the task is run again elsewhere, or the job
   * fails, as its guarantee allows.
   */
  EXECUTOR_HALT("executor-halt"),
  /** Catch up with the log and end. */
  CATCH_UP("catch-up");

  private final String key;

  JobEnd(String key) {
    this.key = key;
  }

  /** The word for file names and reports. */
  public String key() {
    return key;
  }
}
