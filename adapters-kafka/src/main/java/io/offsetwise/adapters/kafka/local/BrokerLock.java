package io.offsetwise.adapters.kafka.local;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps a second broker out of a data folder. */
final class BrokerLock {

  private BrokerLock() {}

  /**
   * Takes the lock.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when another broker has it, or when
   *     the folder cannot be written
   */
  static ProcessLock of(Path folder) {
    try {
      return ProcessLock.attempt(folder.resolve("broker.lock")).orElseThrow(() -> taken(folder));
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e, "the broker's data folder %s cannot be locked (%s)", folder, e);
    }
  }

  private static StoppedException taken(Path folder) {
    return StopReason.UNAVAILABLE.because(
        "the broker's data folder %s is in use: another broker probably runs over it; stop it, or"
            + " choose another data folder",
        folder);
  }
}
