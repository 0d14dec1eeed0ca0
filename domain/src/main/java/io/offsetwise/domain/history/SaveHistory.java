package io.offsetwise.domain.history;

/** Whether a storage of offsets keeps what was saved when. */
public enum SaveHistory {
  /** Each saved range, with its time and epoch. */
  KEPT,
  /** The position alone. */
  NOT_KEPT
}
