package io.offsetwise.bootstrap.command;

/** Whether a failure is reported with its stack trace. */
public enum StackTraces {
  /** The message alone. */
  HIDDEN,
  /** After the message, on standard error. */
  SHOWN
}
