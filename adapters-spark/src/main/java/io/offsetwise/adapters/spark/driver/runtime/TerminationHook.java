package io.offsetwise.adapters.spark.driver.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Ends the stream in good order when the process is told to terminate: runs some work before
 * Spark's own shutdown hooks take the context away, and then ends the process with the exit code
 * that the work found.
 *
 * <p>Hooks run at every end of a JVM. This one does nothing unless a signal (SIGTERM, Ctrl-C) is
 * the cause, so that a process that exits by itself keeps its exit code.
 */
public final class TerminationHook {

  /** Spark registers its hooks between 25 and 50; the higher runs first. */
  private static final int BEFORE_SPARK = 1000;

  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final IntSupplier work;
  private final Duration bound;
  private final IntSupplier unfinished;
  private final BooleanSupplier signalled;
  private final IntConsumer halt;

  /**
   * A hook of the product.
   *
   * @param work brings the stream to its end and gives the exit code of the process
   * @param bound the longest wait for {@code work}
   * @param unfinished gives the exit code when {@code work} is not done by then, or has failed
   */
  public TerminationHook(IntSupplier work, Duration bound, IntSupplier unfinished) {
    this(work, bound, unfinished, TerminationSignal::isHandled, Runtime.getRuntime()::halt);
  }

  TerminationHook(
      IntSupplier work,
      Duration bound,
      IntSupplier unfinished,
      BooleanSupplier signalled,
      IntConsumer halt) {
    this.work = Objects.requireNonNull(work, "work");
    this.bound = Objects.requireNonNull(bound, "bound");
    this.unfinished = Objects.requireNonNull(unfinished, "unfinished");
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
    if (signalled.getAsBoolean()) {
      halt.accept(exitCode());
    }
  }

  private int exitCode() {
    FutureTask<Integer> ending = new FutureTask<>(work::getAsInt);
    Thread worker = new Thread(ending, "terminate-stream");
    worker.setDaemon(true);
    worker.start();
    try {
      return ending.get(bound.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException notDone) {
      return unfinished.getAsInt();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return unfinished.getAsInt();
    }
  }
}
