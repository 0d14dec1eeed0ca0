package io.offsetwise.domain.guarantee;

/** What one commit has made durable, as a history keeps it. */
public enum CommittedSteps {
  /** The position after the range. */
  OFFSETS("offsets"),
  /** The results of the range. */
  RESULTS("results"),
  /** Both in one transaction. */
  BOTH("both"),
  /**
   * Neither: another attempt at the same save had committed the offsets, and under at-most-once its
   * results are taken for written, whatever became of them.
   */
  NEITHER("neither");

  private final String key;

  CommittedSteps(String key) {
    this.key = key;
  }

  /** What {@code commit} makes durable. */
  public static CommittedSteps of(Commit commit) {
    if (commit.isJoint()) {
      return BOTH;
    }
    return commit.steps().contains(SaveStep.OFFSETS) ? OFFSETS : RESULTS;
  }

  /** The stable name, for the store. */
  public String key() {
    return key;
  }

  /** Whether a position was among them. */
  public boolean holdOffsets() {
    return this == OFFSETS || this == BOTH;
  }

  /** Whether results were among them. */
  public boolean holdResults() {
    return this == RESULTS || this == BOTH;
  }
}
