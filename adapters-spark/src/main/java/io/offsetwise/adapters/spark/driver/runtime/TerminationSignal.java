package io.offsetwise.adapters.spark.driver.runtime;

import java.util.Arrays;

/** Tells why a JVM is shutting down. */
final class TerminationSignal {

  /** The JDK's handler of SIGTERM, SIGINT and SIGHUP. */
  private static final String HANDLER = "java.lang.Terminator";

  private TerminationSignal() {}

  /**
   * Whether the JVM is shutting down because of a signal. The handler's thread waits for the
   * shutdown hooks, so that it is found on some stack while they run; {@code System.exit} leaves no
   * such trace, and the JDK has no public way to ask.
   */
  static boolean isHandled() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(Arrays::stream)
        .anyMatch(frame -> frame.getClassName().startsWith(HANDLER));
  }
}
