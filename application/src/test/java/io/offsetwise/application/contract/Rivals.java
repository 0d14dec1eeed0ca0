package io.offsetwise.application.contract;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Threads that get in each other's way; every wait is bounded. */
final class Rivals implements AutoCloseable {

  private static final long BOUND_SECONDS = 10;

  /** Long enough for a write that waits for nobody, short beside any lock timeout. */
  private static final long WAITING_MILLIS = 250;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  <T> Future<T> start(Callable<T> work) {
    return threads.submit(work);
  }

  static <T> T resultOf(Future<T> rival)
      throws ExecutionException, TimeoutException, InterruptedException {
    return rival.get(BOUND_SECONDS, TimeUnit.SECONDS);
  }

  static void requireWaiting(Future<?> rival) {
    assertThatThrownBy(() -> rival.get(WAITING_MILLIS, TimeUnit.MILLISECONDS))
        .as("the rival must wait for the row lock")
        .isInstanceOf(TimeoutException.class);
  }

  static void await(CountDownLatch latch) {
    try {
      if (!latch.await(BOUND_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the rival did not come within " + BOUND_SECONDS + " s");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
