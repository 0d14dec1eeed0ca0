package io.offsetwise.application.session;

/** Why a session ended without a failure. */
public enum SessionEnd {
  /** Somebody asked for it. */
  STOP_REQUESTED,
  /** The log's end, as it was at the start, is reached. */
  CAUGHT_UP,
  /** The topics have other partitions now: the next session takes them in. */
  PARTITIONS_CHANGED
}
