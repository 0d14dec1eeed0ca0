package io.offsetwise.application.session;

/** How long a stream runs. */
public enum RunLimit {
  /** Until somebody asks for the end. */
  UNTIL_STOPPED,
  /** Until the log's end is reached, as it was when the session started. */
  UNTIL_CAUGHT_UP
}
