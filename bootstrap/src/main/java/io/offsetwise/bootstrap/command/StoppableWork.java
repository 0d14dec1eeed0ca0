package io.offsetwise.bootstrap.command;

import io.offsetwise.adapters.spark.driver.TerminationHook;
import io.offsetwise.application.session.StopRequest;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Runs the work of a verb so that SIGTERM or Ctrl-C ends it in good order. Use once. */
final class StoppableWork {

  private final StopRequest stop = new StopRequest();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Duration bound;
  private final PrintWriter err;

  /**
   * Work that has not begun.
   *
   * @param bound the longest wait for its end once it was asked to stop
   * @param err takes what fails after that
   */
  StoppableWork(Duration bound, PrintWriter err) {
    this.bound = bound;
    this.err = err;
  }

  /**
   * Runs the work in this thread.
   *
   * @return the exit code of the process
   * @throws Exception what the work fails with before it is asked to stop
   */
  int run(Work work) throws Exception {
    new TerminationHook(this::stopAndAwaitEnd, bound).register();
    try {
      work.run(stop);
      return (stop.isRequested() ? ExitCode.TERMINATED : ExitCode.DONE).code();
    } catch (Exception failure) {
      return afterStop(failure);
    } finally {
      ended.countDown();
    }
  }

  /** Once the JVM shuts down nobody else reports what failed on the way. */
  private int afterStop(Exception failure) throws Exception {
    if (!stop.isRequested()) {
      throw failure;
    }
    return FailureReport.report(failure, err, StackTraces.HIDDEN);
  }

  private void stopAndAwaitEnd() {
    stop.request();
    try {
      ended.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work. */
  @FunctionalInterface
  interface Work {
    /** Does it, and ends early when {@code stop} is requested. */
    void run(StopRequest stop) throws Exception;
  }
}
