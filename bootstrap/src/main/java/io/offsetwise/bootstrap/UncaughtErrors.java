package io.offsetwise.bootstrap;

import io.offsetwise.bootstrap.command.ExitCode;
import io.offsetwise.bootstrap.command.FailureReport;
import io.offsetwise.bootstrap.command.StackTraces;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the program when one of its threads dies.
 *
 * <p>By an error, such as a lack of memory: then nobody knows what else is broken. Spark waits for
 * ever for some of its threads, and others would still save batches. The program therefore ends at
 * once, without shutdown hooks, as if it were killed; what is stored then is what the guarantee
 * says. By an exception: whoever needs that thread notices, and the log keeps it.
 */
public final class UncaughtErrors implements Thread.UncaughtExceptionHandler {

  private final PrintWriter err;
  private final IntConsumer halt;

  /**
   * A handler for all threads that have none of their own.
   *
   * @param err takes the message
   * @param halt ends the JVM with an exit code and does not return
   */
  public UncaughtErrors(PrintWriter err, IntConsumer halt) {
    this.err = Objects.requireNonNull(err, "err");
    this.halt = Objects.requireNonNull(halt, "halt");
  }

  /** One at a time: errors come in flocks, and one message is enough. */
  @Override
  public synchronized void uncaughtException(Thread thread, Throwable thrown) {
    if (thrown instanceof Error error) {
      end(error);
    } else {
      LoggerFactory.getLogger(UncaughtErrors.class)
          .warn("thread {} has ended by an exception", thread.getName(), thrown);
    }
  }

  /** The message itself may need more memory than there is. */
  private void end(Error error) {
    int exitCode = ExitCode.FAILED.code();
    try {
      exitCode = FailureReport.report(error, err, StackTraces.HIDDEN);
    } finally {
      halt.accept(exitCode);
    }
  }
}
