package io.offsetwise.domain.guarantee;

/** Where a stream keeps its offsets. */
public enum OffsetStorage {
  /** The job's own data store. */
  OWN("own", "own store", OffsetWriter.JOB),
  /** Kafka's group offsets. */
  KAFKA("kafka", "Kafka's group offsets", OffsetWriter.JOB),
  /** Spark's checkpoint: written when a batch is generated, and again when it has ended. */
  CHECKPOINT("checkpoint", "Spark checkpoint", OffsetWriter.ENGINE);

  private final String key;
  private final String label;
  private final OffsetWriter writer;

  OffsetStorage(String key, String label, OffsetWriter writer) {
    this.key = key;
    this.label = label;
    this.writer = writer;
  }

  /** The value of {@code offsets.storage}. */
  public String key() {
    return key;
  }

  /** The words for people. */
  public String label() {
    return label;
  }

  /** Who writes it. */
  public OffsetWriter writer() {
    return writer;
  }
}
