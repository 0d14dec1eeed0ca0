package io.offsetwise.adapters.spark.driver;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Ends the stream in good order when the process is told to terminate: runs some work before
 * Spark's own shutdown hooks take the context away, and then ends the process.
 *
 * <p>Hooks run at every end of a JVM. This one does nothing unless a signal (SIGTERM, Ctrl-C) is
 * the cause, so that a process that exits by itself keeps its exit code.
 */
public final class TerminationHook {

  /** The exit code of a process that was told to terminate: 128 and the number of SIGTERM. */
  public static final int EXIT_CODE = 143;

  /** Spark registers its hooks between 25 and 50; the higher runs first. */
  private static final int BEFORE_SPARK = 1000;

  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final Runnable work;
  private final Duration bound;
  private final BooleanSupplier signalled;
  private final IntConsumer halt;

  /**
   * A hook of the product.
   *
   * @param work brings the stream to its end
   * @param bound the longest wait for {@code work}
   */
  public TerminationHook(Runnable work, Duration bound) {
    this(work, bound, TerminationSignal::isHandled, Runtime.getRuntime()::halt);
  }

  TerminationHook(Runnable work, Duration bound, BooleanSupplier signalled, IntConsumer halt) {
    this.work = Objects.requireNonNull(work, "work");
    this.bound = Objects.requireNonNull(bound, "bound");
    this.signalled = Objects.requireNonNull(signalled, "signalled");
    this.halt = Objects.requireNonNull(halt, "halt");
  }

  /** Takes its place ahead of Spark's hooks. Call once. */
  public void register() {
    ShutdownHookManager.get()
        .addShutdownHook(
            this::shutDown, BEFORE_SPARK, bound.plus(MARGIN).toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Runs in the shutdown of the JVM. */
  void shutDown() {
    if (!signalled.getAsBoolean()) {
      return;
    }
    Thread worker = new Thread(work, "terminate-stream");
    worker.setDaemon(true);
    worker.start();
    try {
      worker.join(bound.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    halt.accept(EXIT_CODE);
  }
}
