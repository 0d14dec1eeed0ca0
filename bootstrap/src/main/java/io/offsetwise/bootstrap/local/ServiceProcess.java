package io.offsetwise.bootstrap.local;

import java.time.Instant;
import java.util.Optional;

/**
 * A process of local services, told from a later process that got the same number.
 *
 * @param pid its number
 * @param startedAtMs its start, milliseconds since 1970-01-01T00:00Z
 */
record ServiceProcess(long pid, long startedAtMs) {

  // Linux keeps start times relative to the boot, whose own time differs a little between readings.
  private static final long READING_TOLERANCE_MS = 2_000;

  /** This JVM. */
  static ServiceProcess current() {
    ProcessHandle self = ProcessHandle.current();
    return new ServiceProcess(self.pid(), startedAtMs(self).orElseThrow());
  }

  /** The process, if it still lives and really is this one. */
  Optional<ProcessHandle> find() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedWithMe);
  }

  private boolean startedWithMe(ProcessHandle handle) {
    return startedAtMs(handle)
        .map(other -> Math.abs(other - startedAtMs) <= READING_TOLERANCE_MS)
        .orElse(false);
  }

  private static Optional<Long> startedAtMs(ProcessHandle handle) {
    return handle.info().startInstant().map(Instant::toEpochMilli);
  }
}
