package io.offsetwise.domain.guarantee;

/** Who makes offsets durable. */
public enum OffsetWriter {
  /** The job, in a step of its save plan: each save knows whether its own offsets are durable. */
  JOB,
  /**
   * The engine, when it pleases: no step of a save plan. After a crash it reads whole batches
   * again, also those of which a part was saved.
   */
  ENGINE
}
