package io.offsetwise.domain.guarantee;

/**
 * Whether one transaction can hold both results and offsets. This, and not the name of a
 * technology, decides whether transactional exactly-once is possible.
 */
public enum Atomicity {
  /** Results and offsets are in one store that commits them together. */
  ONE_TRANSACTION,
  /** Results and offsets are in different stores, each with commits of its own. */
  SEPARATE_COMMITS;

  /** What holds when results are in a database and the own store is that same database. */
  public static Atomicity withResultsInDatabase(OffsetStorage storage) {
    return switch (storage) {
      case OWN -> ONE_TRANSACTION;
      case KAFKA, KAFKA_ASYNC, CHECKPOINT -> SEPARATE_COMMITS;
    };
  }
}
