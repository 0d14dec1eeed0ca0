package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StreamStoppedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second driver out of a checkpoint's folder. The operating system drops the lock when the
 * process dies, so that nothing is left to clean up after {@code kill -9}.
 */
final class FolderLock implements AutoCloseable {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws StreamStoppedException with reason {@code UNAVAILABLE} when another driver has it, or
   *     when the folder cannot be written
   */
  static FolderLock of(Path folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (isTaken(channel)) {
        channel.close();
        throw new StreamStoppedException(
            StopReason.UNAVAILABLE,
            "the checkpoint "
                + folder
                + " is in use: another driver of this stream is probably at work; stop it, or give"
                + " this job another job.name or offsets.checkpoint.dir");
      }
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StreamStoppedException(
          StopReason.UNAVAILABLE,
          "the checkpoint "
              + folder
              + " cannot be locked ("
              + e
              + "): permissions are probably missing; set another offsets.checkpoint.dir",
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
      throw new UncheckedIOException("the lock of a checkpoint cannot be released", e);
    }
  }
}
