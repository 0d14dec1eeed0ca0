package io.offsetwise.domain.guarantee;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Where a stream keeps its offsets. */
public enum OffsetStorage {
  /** The job's own data store. */
  OWN("own", "the own store", Atomicity.ONE_TRANSACTION),
  /** Kafka's group offsets, which the job commits. */
  KAFKA("kafka", "Kafka's group offsets", Atomicity.SEPARATE_COMMITS),
  /** The same group offsets, which the connector commits when it generates a later batch. */
  KAFKA_ASYNC(
      "kafka-async",
      "Kafka's group offsets by commitAsync",
      new EngineWriting(
          "Spark does when it generates the batch after the save",
          "a commit is sent only with a later batch, so that a restart would repeat records")),
  /** Spark's checkpoint: written when a batch is generated, and again when it has ended. */
  CHECKPOINT(
      "checkpoint",
      "Spark's checkpoint",
      new EngineWriting(
          "Spark does when it generates a batch and when one has ended",
          "after a restart Spark runs pending batches again and would repeat records"));

  private final String key;
  private final String label;
  private final Atomicity atomicity;
  private final Optional<EngineWriting> engine;

  OffsetStorage(String key, String label, Atomicity atomicity) {
    this(key, label, atomicity, Optional.empty());
  }

  OffsetStorage(String key, String label, EngineWriting engine) {
    this(key, label, Atomicity.SEPARATE_COMMITS, Optional.of(engine));
  }

  OffsetStorage(String key, String label, Atomicity atomicity, Optional<EngineWriting> engine) {
    this.key = key;
    this.label = label;
    this.atomicity = atomicity;
    this.engine = engine;
  }

  /** The value of {@code offsets.storage}. */
  public String key() {
    return key;
  }

  /** The words for people, as they stand in a sentence. */
  public String label() {
    return label;
  }

  /** What holds when results are in a database and the own store is that same database. */
  public Atomicity atomicity() {
    return atomicity;
  }

  /** Who writes it. */
  public OffsetWriter writer() {
    return engine.isPresent() ? OffsetWriter.ENGINE : OffsetWriter.JOB;
  }

  /** How the engine writes it; empty when the job does. */
  public Optional<EngineWriting> engine() {
    return engine;
  }

  /**
   * Whether both keep a stream's positions in the same rows: a job that changes from one to the
   * other goes on where it was, and there is nothing to copy.
   */
  public boolean sharesRowsWith(OffsetStorage other) {
    return this == other || EnumSet.of(KAFKA, KAFKA_ASYNC).containsAll(Set.of(this, other));
  }
}
