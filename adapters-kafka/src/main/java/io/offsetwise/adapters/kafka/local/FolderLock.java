package io.offsetwise.adapters.kafka.local;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second broker out of a data folder. The operating system drops the lock when the process
 * dies, so that nothing is left to clean up after {@code kill -9}.
 */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  static FolderLock of(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("broker.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new StreamStoppedException(
            StopReason.UNAVAILABLE,
            "the broker's data folder "
                + folder
                + " is in use: another broker probably runs over it; stop it, or choose another"
                + " data folder");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StreamStoppedException(
          StopReason.UNAVAILABLE,
          "the broker's data folder " + folder + " cannot be locked (" + e + ")",
          e);
    }
  }

  private static boolean isTaken(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true; // taken by this very JVM
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
