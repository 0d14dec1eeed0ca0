package io.offsetwise.adapters.spark.driver.runtime;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Ends the stream in good order when the process is told to terminate: runs some work before
 * Spark's own shutdown hooks take the context away, and then ends the process with the exit code
 * that the work found.
 *
 * <p>Hooks run at every end of a JVM. This one does nothing unless a signal (SIGTERM, SIGHUP,
 * Ctrl-C) is the cause, so that a process that exits by itself keeps its exit code. Ctrl-C while
 * the work goes on ends the process at once, as a kill does: whoever presses it again does not want
 * to wait.
 */
public final class TerminationHook {

  /** Spark registers its hooks between 25 and 50; the higher runs first. */
  private static final int BEFORE_SPARK = 1000;

  private static final Duration MARGIN = Duration.ofSeconds(5);

  private final IntSupplier work;
  private final Duration bound;
  private final IntSupplier unfinished;
  private final IntSupplier toldAgain;
  private final BooleanSupplier signalled;
  private final Consumer<Runnable> ctrlC;
  private final IntConsumer halt;

  /**
   * A hook of the product.
   *
   * @param work brings the stream to its end and gives the exit code of the process
   * @param bound the longest wait for {@code work}
   * @param unfinished gives the exit code when {@code work} is not done by then, or has failed
   * @param toldAgain gives the exit code when Ctrl-C comes while {@code work} goes on
   */
  public TerminationHook(
      IntSupplier work, Duration bound, IntSupplier unfinished, IntSupplier toldAgain) {
    this(
        work,
        bound,
        unfinished,
        toldAgain,
        TerminationSignal::isHandled,
        TerminationSignal::onCtrlC,
        Runtime.getRuntime()::halt);
  }

  TerminationHook(
      IntSupplier work,
      Duration bound,
      IntSupplier unfinished,
      IntSupplier toldAgain,
      BooleanSupplier signalled,
      Consumer<Runnable> ctrlC,
      IntConsumer halt) {
    this.work = Objects.requireNonNull(work, "work");
    this.bound = Objects.requireNonNull(bound, "bound");
    this.unfinished = Objects.requireNonNull(unfinished, "unfinished");
    this.toldAgain = Objects.requireNonNull(toldAgain, "toldAgain");
    this.ctrlC = Objects.requireNonNull(ctrlC, "ctrlC");
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
      ctrlC.accept(() -> halt.accept(toldAgain.getAsInt()));
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
