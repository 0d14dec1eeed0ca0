package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.stop.CauseChain;
import io.offsetwise.application.stop.StoppedException;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.spark.TaskKilledException;

/**
 * Gives a failure of the connector its reason. On executors where it is thrown, while it still has
 * its type; on the driver for what is thrown outside tasks, or arrives as text alone.
 */
public final class ConnectorFailure {

  private static final int LONGEST_QUOTE = 300;

  private ConnectorFailure() {}

  /**
   * The stop that a failure amounts to.
   *
   * @param reading what was read, in words that complete "... could not be read"
   * @param failure what the connector threw
   * @return empty when it is no failure of the connector that is known, or an end that was asked
   *     for
   */
  public static Optional<StoppedException> of(String reading, Throwable failure) {
    List<Throwable> chain = CauseChain.of(failure).links();
    if (chain.stream().anyMatch(ConnectorFailure::isEnding)) {
      return Optional.empty();
    }
    return chain.stream()
        .flatMap(
            thrown -> ConnectorFault.in(thrown).map(fault -> stop(reading, fault, thrown)).stream())
        .findFirst()
        .map(stop -> Portable.stop(stop));
  }

  private static StoppedException stop(String reading, ConnectorFault fault, Throwable thrown) {
    return fault
        .reason()
        .because(thrown, "%s could not be read (%s): %s", reading, quoted(thrown), fault.remedy());
  }

  /** The first line of what was thrown. */
  private static String quoted(Throwable thrown) {
    String words =
        String.valueOf(thrown.getMessage())
            .lines()
            .findFirst()
            .orElse("")
            .replaceFirst("^requirement failed: ", "");
    String type = thrown.getClass().getSimpleName();
    return type + ": " + words.substring(0, Math.min(words.length(), LONGEST_QUOTE));
  }

  private static boolean isEnding(Throwable thrown) {
    return thrown instanceof InterruptedException
        || thrown instanceof InterruptException
        || thrown instanceof WakeupException
        || thrown instanceof TaskKilledException;
  }
}
