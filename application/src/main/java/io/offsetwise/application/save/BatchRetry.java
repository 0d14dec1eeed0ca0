package io.offsetwise.application.save;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.PassingTime;
import io.offsetwise.domain.text.Text;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Saves a batch again, as a whole and by the same means, after a failure that may pass. What is
 * durable of the attempt before nobody knows, and nobody asks: the guarded offsets answer "already
 * applied" where it is. Used on the driver, in the thread that saves the batch.
 */
public final class BatchRetry {

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

  private final RetryBound bound;
  private final PassingTime time;
  private final Consumer<String> warnings;

  /**
   * Retries within {@code bound}.
   *
   * @param time passes between two attempts
   * @param warnings is told of each failed attempt that another one follows
   */
  public BatchRetry(RetryBound bound, PassingTime time, Consumer<String> warnings) {
    this.bound = Objects.requireNonNull(bound, "bound");
    this.time = Objects.requireNonNull(time, "time");
    this.warnings = Objects.requireNonNull(warnings, "warnings");
  }

  /**
   * Runs {@code action} until it returns.
   *
   * @param action saves the batch; reads its records anew each time
   * @return what it returned
   * @throws StoppedException what it threw last: with reason {@code TRANSIENT} when the bound is
   *     reached or the thread was interrupted, with any other reason at once
   */
  public long untilSaved(LongSupplier action) {
    Attempts attempts = new Attempts();
    while (true) {
      try {
        return action.getAsLong();
      } catch (StoppedException stop) {
        if (stop.reason() != StopReason.TRANSIENT) {
          throw stop;
        }
        attempts.failed(stop);
      }
    }
  }

  /** The attempts at one batch. */
  private final class Attempts {

    private int failed;
    private Duration firstFailure = Duration.ZERO;
    private Duration pause = SHORTEST_PAUSE;

    void failed(StoppedException stop) {
      failed++;
      if (failed == 1) {
        firstFailure = time.now();
      }
      Duration sinceThen = time.now().minus(firstFailure);
      if (failed >= bound.attempts() || sinceThen.plus(pause).compareTo(bound.time()) > 0) {
        throw failed == 1 ? stop : stop.at(givenUpAfter(sinceThen));
      }
      warnings.accept(
          Text.of(
              "the batch could not be saved at attempt %s of %s: %s; it is read and saved again in"
                  + " %s ms",
              failed, bound.attempts(), stop.getMessage(), pause.toMillis()));
      await(stop);
    }

    private void await(StoppedException stop) {
      try {
        time.pass(pause);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        throw stop;
      }
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }

    private String givenUpAfter(Duration sinceThen) {
      return Text.of(
          "the batch could not be saved by %s attempts within %s ms", failed, sinceThen.toMillis());
    }
  }
}
