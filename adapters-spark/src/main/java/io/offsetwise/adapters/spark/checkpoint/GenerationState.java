package io.offsetwise.adapters.spark.checkpoint;

/** What Spark's files of a generation are good for. */
enum GenerationState {
  /** The stream can be recovered from them. */
  OPEN,
  /** They are over: a driver has left in good order, or the positions were moved by other means. */
  ENDED
}
