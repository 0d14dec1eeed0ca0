package io.offsetwise.domain.guarantee;

/** Where a stream keeps its offsets. */
public enum OffsetStorage {
  /** The job's own data store. */
  OWN("own", "own store"),
  /** Kafka's group offsets. */
  KAFKA("kafka", "Kafka's group offsets"),
  /** Spark's checkpoint: Spark writes it, the job does not. */
  CHECKPOINT("checkpoint", "Spark checkpoint");

  private final String key;
  private final String label;

  OffsetStorage(String key, String label) {
    this.key = key;
    this.label = label;
  }

  /** The value of {@code offsets.storage}. */
  public String key() {
    return key;
  }

  /** The words for people. */
  public String label() {
    return label;
  }
}
