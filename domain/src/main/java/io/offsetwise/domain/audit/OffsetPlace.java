package io.offsetwise.domain.audit;

/** How an offset lies to what a stream has read of a partition. */
public enum OffsetPlace {
  /** The stream has read it, and the log still tells what was there. */
  DUE,
  /** At the position or after it: yet to be read. */
  AHEAD,
  /** Yet to be read, and the log has no such offset yet. */
  BEYOND_LOG,
  /** Before the stream's start. */
  NOT_DUE,
  /** The log does not tell, or no longer, what was there when the stream passed it. */
  NOT_COMPARABLE
}
