package io.offsetwise.bootstrap.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/**
 * A lock between processes that the operating system drops when its holder dies, so that {@code
 * kill -9} leaves nothing to clean up. The file stays: deleting it would let two hold it. A process
 * must not try for a lock that it holds: the system would drop it.
 */
final class FileLock {

  private static final Duration PAUSE = Duration.ofMillis(50);

  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  /** The lock, or empty when somebody else has it for all of {@code patience}. */
  static Optional<FileLock> acquire(Path file, Duration patience) throws InterruptedException {
    Deadline deadline = Deadline.in(patience);
    Optional<FileLock> lock = attempt(file);
    while (lock.isEmpty() && !deadline.hasPassed()) {
      Thread.sleep(PAUSE.toMillis());
      lock = attempt(file);
    }
    return lock;
  }

  /** Whether somebody else has the lock now. */
  static boolean isTaken(Path file) {
    Optional<FileLock> lock = attempt(file);
    lock.ifPresent(FileLock::release);
    return lock.isEmpty();
  }

  private static Optional<FileLock> attempt(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return Optional.of(new FileLock(channel));
      }
      channel.close();
      return Optional.empty();
    } catch (IOException e) {
      throw new StreamStoppedException(
          StopReason.UNAVAILABLE,
          file
              + " cannot be locked ("
              + e
              + "): permissions are probably missing; set another data-dir",
          e);
    }
  }

  /** Gives the lock back. */
  void release() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("a lock cannot be released", e);
    }
  }
}
