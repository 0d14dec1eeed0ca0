package io.offsetwise.bootstrap.laboratory.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Does independent work several pieces at a time: a job that lives for seconds is mostly starting,
 * and one core can start it.
 *
 * @param workers how many at a time, 1 or more
 * @param abandon makes work that is under way end soon
 */
public record SideBySide(int workers, Runnable abandon) {

  /** Each job may take half a gigabyte. */
  private static final int MOST_WORKERS = 4;

  private static final long END_BOUND_SECONDS = 30;

  /** As many at a time as this machine has processors, within bounds. */
  public static SideBySide onThisMachine(Runnable abandon) {
    return new SideBySide(
        Math.min(MOST_WORKERS, Runtime.getRuntime().availableProcessors()), abandon);
  }

  /**
   * Does all of the work.
   *
   * @return its results, in the order of the work
   * @throws InterruptedException when a piece was interrupted; what else a piece throws passes
   *     unchanged; the others are abandoned then
   */
  public <T> List<T> run(List<Callable<T>> work) throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(workers);
    try {
      return resultsOf(work.stream().map(piece -> pool.submit(piece)).toList());
    } catch (ExecutionException failed) {
      abandon.run();
      throw passed(failed.getCause());
    } finally {
      pool.shutdownNow();
      pool.awaitTermination(END_BOUND_SECONDS, TimeUnit.SECONDS);
    }
  }

  private static <T> List<T> resultsOf(List<Future<T>> pieces)
      throws InterruptedException, ExecutionException {
    List<T> results = new ArrayList<>();
    for (Future<T> piece : pieces) {
      results.add(piece.get());
    }
    return results;
  }

  private static RuntimeException passed(Throwable cause) throws InterruptedException {
    if (cause instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException unchecked
        ? unchecked
        : new IllegalStateException("a piece of work failed", cause);
  }
}
