package io.offsetwise.application.session;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The gate that every batch of a session passes: it latches the first failure, so that no later
 * batch touches a store, and it drains a session between two batches.
 *
 * <p>Spark Streaming goes on with the next batches after a failed one, and {@code awaitTermination}
 * returns too late to prevent it; therefore the latch is here, inside the batch. Thread-safe.
 *
 * <p>Not final: {@link #pass} can be replaced in test code, to show what breaks without the latch.
 */
public class BatchGate {

  private Throwable failure;
  private boolean draining;
  private int running;

  /**
   * Runs a batch, unless the session is draining.
   *
   * @param batch saves one batch; whatever it throws, errors included, is latched and rethrown
   * @throws StoppedException with reason {@code EARLIER_FAILURE} when an earlier batch failed
   */
  public void pass(Runnable batch) {
    if (!enter()) {
      return;
    }
    try {
      batch.run();
    } catch (Throwable thrown) {
      latch(thrown);
      throw thrown;
    } finally {
      leave();
    }
  }

  /** Latches a failure from outside a batch; the first one stays. */
  public final synchronized void latch(Throwable thrown) {
    if (failure == null) {
      failure = thrown;
    }
    notifyAll();
  }

  /** The first failure, or empty. */
  public final synchronized Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /** Waits until a batch fails, but not longer than {@code atMost}. */
  public final synchronized Optional<Throwable> awaitFailure(Duration atMost)
      throws InterruptedException {
    waitFor(() -> failure != null, atMost);
    return Optional.ofNullable(failure);
  }

  /**
   * Lets no further batch in and waits for the one that runs. Batches that come later are passed
   * over: they touch no store and will be read again.
   *
   * @param atMost the bound of the wait
   * @return whether no batch runs any more
   */
  public final synchronized boolean drain(Duration atMost) throws InterruptedException {
    draining = true;
    waitFor(() -> running == 0, atMost);
    return running == 0;
  }

  private synchronized boolean enter() {
    if (failure != null) {
      throw StopReason.EARLIER_FAILURE.because(
          failure,
          "this batch is not saved because an earlier one failed: %s",
          failure.getMessage());
    }
    if (draining) {
      return false;
    }
    running++;
    return true;
  }

  private synchronized void leave() {
    running--;
    notifyAll();
  }

  private synchronized void waitFor(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    Deadline deadline = Deadline.in(atMost);
    while (!condition.getAsBoolean()) {
      long millis = deadline.left().toMillis();
      if (millis == 0) {
        return;
      }
      wait(millis);
    }
  }
}
