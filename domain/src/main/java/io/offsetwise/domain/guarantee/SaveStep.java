package io.offsetwise.domain.guarantee;

/** One thing that is saved for a range of records. */
public enum SaveStep {
  /** The position after the range, as a guarded write. */
  OFFSETS("offsets"),
  /** The results, appended or added up: saving them twice shows twice. */
  RESULTS("results"),
  /** The results under a natural unique key: saving them twice changes nothing. */
  KEYED_RESULTS("results under a natural unique key");

  private final String label;

  SaveStep(String label) {
    this.label = label;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
