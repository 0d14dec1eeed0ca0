package io.offsetwise.bootstrap.sample.wallet;

import io.offsetwise.bootstrap.job.RecordFeed;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Feeds payments at a steady rate, in a thread of its own, until it is closed or fails. */
final class ContinuousFeed implements RecordFeed.Running {

  private static final Duration PULSE = Duration.ofMillis(100);
  private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

  private final ScheduledExecutorService pulses =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "payment-feed");
            thread.setDaemon(true);
            return thread;
          });
  private final Runnable closed;

  /**
   * Starts to feed.
   *
   * @param feed sends the payments; used by no one else from now on
   * @param present what the topics hold already
   * @param rate payments per second, 1 or more
   * @param failed is told of a failure, once; nothing is fed after it
   * @param closed is called when the feed has ended
   */
  ContinuousFeed(
      PaymentFeed feed,
      FedPayments present,
      int rate,
      Consumer<RuntimeException> failed,
      Runnable closed) {
    this.closed = Objects.requireNonNull(closed, "closed");
    Objects.requireNonNull(feed, "feed");
    Pulse pulse = new Pulse(feed, present, rate, failed);
    Future<?> unused = // a failure is told, and ends the pulses
        pulses.scheduleAtFixedRate(pulse, 0, PULSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Feeds nothing more; bounded in time. */
  @Override
  public void close() {
    pulses.shutdownNow();
    try {
      pulses.awaitTermination(LONGEST_STOP.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      closed.run();
    }
  }

  /** Sends what is due since the start, so that low rates and late pulses even out. */
  private static final class Pulse implements Runnable {

    private final PaymentFeed feed;
    private final FedPayments present;
    private final int rate;
    private final Consumer<RuntimeException> failed;
    private final long start = System.nanoTime();
    private long sent;

    Pulse(PaymentFeed feed, FedPayments present, int rate, Consumer<RuntimeException> failed) {
      this.feed = feed;
      this.present = present;
      this.rate = rate;
      this.failed = failed;
    }

    @Override
    public void run() {
      long due = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start) * rate / 1_000;
      try {
        feed.feedMore(present, due - sent);
        sent = due;
      } catch (RuntimeException failure) {
        failed.accept(failure);
        throw failure; // the executor does not run a task again that threw
      }
    }
  }
}
