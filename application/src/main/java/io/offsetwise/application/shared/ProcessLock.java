package io.offsetwise.application.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A lock between processes, and between whoever asks in one. The operating system drops it when its
 * holder dies, so that {@code kill -9} leaves nothing to clean up. The file stays: deleting it
 * would let two hold the lock. Thread-safe.
 */
public final class ProcessLock implements AutoCloseable {

  /**
   * What this JVM holds, by file. POSIX drops a process's lock when it closes any descriptor of the
   * file (see {@link java.nio.channels.FileLock}), so that a second try must not even open it.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private ProcessLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes the lock, which this process or another one may have.
   *
   * @param file is created when it is missing, in a folder that is there
   * @return empty when somebody has it
   * @throws IOException when the file cannot be made or locked
   */
  public static Optional<ProcessLock> attempt(Path file) throws IOException {
    Path known = file.toAbsolutePath().getParent().toRealPath().resolve(file.getFileName());
    if (!HELD.add(known)) {
      return Optional.empty();
    }
    Optional<ProcessLock> taken = Optional.empty();
    try {
      taken = ofOtherProcesses(known);
      return taken;
    } finally {
      if (taken.isEmpty()) {
        HELD.remove(known);
      }
    }
  }

  private static Optional<ProcessLock> ofOtherProcesses(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return Optional.of(new ProcessLock(file, channel));
      }
    } catch (IOException | RuntimeException notLocked) {
      channel.close();
      throw notLocked;
    }
    channel.close();
    return Optional.empty();
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the lock " + file + " cannot be released", e);
    } finally {
      HELD.remove(file);
    }
  }
}
