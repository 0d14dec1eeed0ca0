package io.offsetwise.adapters.spark.driver.runtime;

import java.util.Arrays;
import org.apache.hadoop.service.launcher.IrqHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The signals that shut a JVM down. */
final class TerminationSignal {

  /** The JDK's handler of SIGTERM, SIGINT and SIGHUP. */
  private static final String HANDLER = "java.lang.Terminator";

  private static final Logger LOG = LoggerFactory.getLogger(TerminationSignal.class);

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

  /**
   * Has {@code action} run when Ctrl-C comes from now on, in a thread of its own, and nothing else.
   * A JVM that leaves signals alone, or was started to ignore this one, goes on to.
   */
  static void onCtrlC(Runnable action) {
    try {
      new IrqHandler(IrqHandler.CONTROL_C, signal -> action.run()).bind();
    } catch (IllegalArgumentException leftAlone) {
      LOG.debug("Ctrl-C does not come here", leftAlone);
    }
  }
}
