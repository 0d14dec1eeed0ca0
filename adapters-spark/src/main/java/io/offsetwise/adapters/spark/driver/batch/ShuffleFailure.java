package io.offsetwise.adapters.spark.driver.batch;

import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.util.Arrays;
import java.util.List;

/**
 * Tells a failure of the job's own shuffle from all others of a batch whose results are collected:
 * the job's function stops by itself, and readers and Spark throw exceptions of their own or come
 * from their own code.
 */
final class ShuffleFailure {

  private static final String FOREIGN_EXCEPTION = "org.apache.";
  private static final List<String> READERS =
      List.of("org.apache.kafka.", "org.apache.spark.streaming.kafka010.");

  private ShuffleFailure() {}

  /** The stop that {@code failure} means when the shuffle threw, or the failure itself. */
  static RuntimeException explain(RuntimeException failure) {
    CauseChain chain = CauseChain.of(failure);
    Throwable root = chain.root();
    boolean ofShuffle =
        root instanceof RuntimeException
            && !root.getClass().getName().startsWith(FOREIGN_EXCEPTION)
            && chain.innermost(StoppedException.class).isEmpty()
            && chain.links().stream().noneMatch(ShuffleFailure::comesFromReading);
    return ofShuffle ? stop(root, failure) : failure;
  }

  private static StoppedException stop(Throwable root, RuntimeException failure) {
    return StopReason.RESULTS_REFUSED.because(
        failure,
        "the job's shuffle threw %s: results of several records together are probably more than it"
            + " expects, and will be again at each start; mend the shuffle",
        root);
  }

  private static boolean comesFromReading(Throwable link) {
    return Arrays.stream(link.getStackTrace())
        .anyMatch(frame -> READERS.stream().anyMatch(frame.getClassName()::startsWith));
  }
}
