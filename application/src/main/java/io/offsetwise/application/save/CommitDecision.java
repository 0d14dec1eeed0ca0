package io.offsetwise.application.save;

/** What the work inside a commit decides about it. */
public enum CommitDecision {
  /** Make it durable. */
  COMMIT,
  /** Undo it: there was nothing to save. */
  ROLL_BACK
}
