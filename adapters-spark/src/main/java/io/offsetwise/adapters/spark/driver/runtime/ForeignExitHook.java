package io.offsetwise.adapters.spark.driver.runtime;

import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import org.apache.hadoop.util.ShutdownHookManager;

/**
 * Notices that a library has ended the process by {@code System.exit} while there was work: Spark
 * does so when the port of its web UI is taken, or when it can make no folder for its blocks, and
 * prints nothing. Without this a user would see an exit code of Spark's, and no message.
 */
public final class ForeignExitHook {

  /** Spark registers its hooks between 25 and 50, and may clean up first: the higher runs first. */
  private static final int AFTER_SPARK = 1;

  private final BooleanSupplier working;
  private final IntSupplier report;
  private final BooleanSupplier signalled;
  private final IntConsumer halt;

  /**
   * A hook of the product.
   *
   * @param working whether work has begun and not ended
   * @param report tells the user, and gives the exit code of the process
   */
  public ForeignExitHook(BooleanSupplier working, IntSupplier report) {
    this(working, report, TerminationSignal::isHandled, Runtime.getRuntime()::halt);
  }

  ForeignExitHook(
      BooleanSupplier working, IntSupplier report, BooleanSupplier signalled, IntConsumer halt) {
    this.working = Objects.requireNonNull(working, "working");
    this.report = Objects.requireNonNull(report, "report");
    this.signalled = Objects.requireNonNull(signalled, "signalled");
    this.halt = Objects.requireNonNull(halt, "halt");
  }

  /** Takes its place behind Spark's hooks. Call once. */
  public void register() {
    ShutdownHookManager.get().addShutdownHook(this::shutDown, AFTER_SPARK);
  }

  /** Runs in the shutdown of the JVM. */
  void shutDown() {
    if (working.getAsBoolean() && !signalled.getAsBoolean()) {
      halt.accept(report.getAsInt());
    }
  }
}
