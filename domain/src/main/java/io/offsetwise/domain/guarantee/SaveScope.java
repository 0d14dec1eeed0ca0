package io.offsetwise.domain.guarantee;

/** How much is saved at a time, and where. */
public enum SaveScope {
  /** All ranges of a batch together, on the driver; safe after a shuffle. */
  BATCH("batch", "per batch on the driver"),
  /** Each range by itself, on the executor that read it; no atomicity across partitions. */
  PARTITION("partition", "per partition on the executors");

  private final String key;
  private final String label;

  SaveScope(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The value of {@code job.scope}. */
  public String key() {
    return key;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
