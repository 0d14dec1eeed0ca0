package io.offsetwise.application.session;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Something that is done again and again in a thread of its own, beside the stream: it may hang and
 * holds up no batch, and a time that fails is made up for by the next one.
 */
final class RecurringTask implements AutoCloseable {

  private final String name;
  private final ScheduledExecutorService thread;
  private Optional<Future<?>> current = Optional.empty();

  /**
   * Nothing is done yet.
   *
   * @param name of the thread, a daemon
   */
  RecurringTask(String name) {
    this.name = name;
    this.thread = Executors.newSingleThreadScheduledExecutor(this::thread);
  }

  /** Does {@code task} from now on, instead of what was done before. */
  void begin(Duration delay, Duration interval, Runnable task) {
    current.ifPresent(former -> former.cancel(false));
    current =
        Optional.of(
            thread.scheduleWithFixedDelay(
                quiet(task), delay.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * Begins no further time, and waits for the one that is under way, so long at most.
   *
   * @return whether that has ended
   */
  boolean end(Duration longest) throws InterruptedException {
    thread.shutdown();
    return thread.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Does {@code task} once more in a thread of the same kind, and waits so long at most. */
  void once(Duration longest, Runnable task) throws InterruptedException {
    Thread last = thread(quiet(task));
    last.start();
    last.join(longest.toMillis());
  }

  /** Waits for nothing: what is under way may be lost. */
  @Override
  public void close() {
    thread.shutdownNow();
  }

  private Thread thread(Runnable task) {
    Thread daemon = new Thread(task, name);
    daemon.setDaemon(true);
    return daemon;
  }

  private static Runnable quiet(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException missed) {
        // Nothing rests on one time, and whoever reads or saves meets what is broken by himself.
      }
    };
  }
}
