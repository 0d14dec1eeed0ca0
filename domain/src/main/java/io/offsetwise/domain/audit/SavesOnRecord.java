package io.offsetwise.domain.audit;

/** Whether the commits of positions are on record, or only those of results. */
public enum SavesOnRecord {
  /** Each of them is an entry of the history. */
  KEPT,
  /** The place of the positions keeps nothing else. */
  NOT_KEPT
}
