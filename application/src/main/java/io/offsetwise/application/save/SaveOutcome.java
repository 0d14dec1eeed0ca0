package io.offsetwise.application.save;

/** What a save came to; every failure is an exception. */
public enum SaveOutcome {
  /** Offsets and results are durable now. */
  SAVED,
  /** An earlier attempt had saved just these ranges; nothing was written. */
  ALREADY_APPLIED,
  /** No range held an offset; no store was touched. */
  NOTHING_TO_SAVE
}
