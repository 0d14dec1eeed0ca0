package io.offsetwise.bootstrap.local;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The end of a process of services. That it has ended is seen from its lock, which the system
 * drops: a process that nobody has waited for still counts as alive.
 *
 * @param folder its files
 * @param process the process, which holds the lock
 */
record Termination(LocalFolder folder, ServiceProcess process) {

  private static final Duration PATIENCE_AFTER_KILL = Duration.ofSeconds(10);

  /** Asks the process to end, and kills it after {@code patience}. */
  StopOutcome within(Duration patience) throws InterruptedException {
    Optional<ProcessHandle> handle = process.find();
    handle.ifPresent(ProcessHandle::destroy);
    if (hasEndedWithin(patience)) {
      return StopOutcome.STOPPED;
    }
    process.find().ifPresent(ProcessHandle::destroyForcibly);
    if (hasEndedWithin(PATIENCE_AFTER_KILL)) {
      return StopOutcome.KILLED;
    }
    throw StopReason.UNAVAILABLE.because(
        "the local services (process %s) did not end although they were killed: the process"
            + " probably belongs to somebody else, or waits for a disk; end it by hand",
        process.pid());
  }

  private boolean hasEndedWithin(Duration patience) throws InterruptedException {
    Path lock = folder.lock();
    Optional<ProcessLock> free = PatientLock.acquire(lock, patience);
    free.ifPresent(ProcessLock::close);
    return free.isPresent();
  }
}
