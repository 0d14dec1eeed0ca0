package io.offsetwise.bootstrap.local;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.time.Deadline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The locks of the local services, with some patience. */
final class PatientLock {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private PatientLock() {}

  /** The lock, or empty when somebody else has it for all of {@code patience}. */
  static Optional<ProcessLock> acquire(Path file, Duration patience) throws InterruptedException {
    Deadline deadline = Deadline.in(patience);
    Optional<ProcessLock> lock = attempt(file);
    while (lock.isEmpty() && !deadline.hasPassed()) {
      Thread.sleep(PAUSE.toMillis());
      lock = attempt(file);
    }
    return lock;
  }

  /** Whether anybody has the lock now. */
  static boolean isTaken(Path file) {
    Optional<ProcessLock> lock = attempt(file);
    lock.ifPresent(ProcessLock::close);
    return lock.isEmpty();
  }

  private static Optional<ProcessLock> attempt(Path file) {
    try {
      return ProcessLock.attempt(file);
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e,
          "%s cannot be locked (%s): permissions are probably missing; set another data-dir",
          file,
          e);
    }
  }
}
