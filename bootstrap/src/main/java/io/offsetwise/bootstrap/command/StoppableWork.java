package io.offsetwise.bootstrap.command;

import io.offsetwise.adapters.spark.driver.runtime.ForeignExitHook;
import io.offsetwise.adapters.spark.driver.runtime.TerminationHook;
import io.offsetwise.application.session.StopRequest;
import io.offsetwise.bootstrap.log.LogFile;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Runs the work of a verb so that SIGTERM, SIGHUP or Ctrl-C ends it, in good order if nothing else
 * happens: what it meets on the way decides the exit code as it would without the signal. Ctrl-C
 * after that ends it at once. Use once.
 */
public final class StoppableWork {

  private final StopRequest stop = new StopRequest();
  private final CompletableFuture<Integer> end = new CompletableFuture<>();
  private final Duration bound;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * Work that has not begun.
   *
   * @param bound the longest wait for its end once it was asked to stop
   * @param out takes what the work prints
   * @param err takes what fails after that
   */
  public StoppableWork(Duration bound, PrintWriter out, PrintWriter err) {
    this.bound = bound;
    this.out = out;
    this.err = err;
  }

  /**
   * Runs the work in this thread.
   *
   * @return the exit code of the process
   * @throws Exception what the work fails with before it is asked to stop
   */
  public int run(Work work) throws Exception {
    new TerminationHook(this::stop, bound, this::reportUnfinished, this::reportEndAtOnce)
        .register();
    new ForeignExitHook(() -> !end.isDone(), this::reportForeignExit).register();
    try {
      work.run(stop);
      ExitCode ended = stop.isRequested() ? ExitCode.TERMINATED : ExitCode.DONE;
      end.complete(ExitCode.printedTo(out, ended.code()));
    } catch (Throwable failure) { // an error must not end as a stop in good order either
      if (!stop.isRequested()) {
        end.complete(ExitCode.of(failure).code());
        throw failure;
      }
      // Once the JVM shuts down nobody else reports what failed on the way.
      FailureReport.report(failure, err, StackTraces.HIDDEN);
      end.complete(ExitCode.of(failure).code());
    }
    return end.join();
  }

  /** Asks for the end and waits for it; gives the exit code of the process. */
  int stop() {
    stop.request();
    return end.join();
  }

  /** Says that the end did not come; gives the exit code of the process. */
  int reportUnfinished() {
    err.println(
        "offsetwise: told to stop, but "
            + bound.toMillis()
            + " ms later the work had not ended: database, broker or Spark probably hang; what was"
            + " not committed will be read again at the next start");
    return ExitCode.UNAVAILABLE.code();
  }

  /** Says that a library has ended the program; gives the exit code of the process. */
  int reportForeignExit() {
    err.println(
        "offsetwise: Spark has ended the program by itself: a port is probably taken, or a folder"
            + " cannot be written"
            + LogFile.current().map(file -> "; its last errors are in " + file).orElse("")
            + "; what was not committed will be read again at the next start");
    return ExitCode.UNAVAILABLE.code();
  }

  /** Says that nobody waits for the end any more; gives the exit code of the process. */
  int reportEndAtOnce() {
    err.println(
        "offsetwise: told to stop again, and ended at once, as by a kill: what the guarantee says of"
            + " a crash holds");
    return ExitCode.INTERRUPTED.code();
  }

  /** The work. */
  @FunctionalInterface
  public interface Work {
    /** Does it, and ends early when {@code stop} is requested. */
    void run(StopRequest stop) throws Exception;
  }
}
