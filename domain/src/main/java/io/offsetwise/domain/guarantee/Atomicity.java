package io.offsetwise.domain.guarantee;

/**
 * Whether one transaction can hold both results and offsets. This, and not the name of a
 * technology, decides whether transactional exactly-once is possible.
 */
public enum Atomicity {
  /** Results and offsets are in one store that commits them together. */
  ONE_TRANSACTION,
  /** Results and offsets are in different stores, each with commits of its own. */
  SEPARATE_COMMITS
}
