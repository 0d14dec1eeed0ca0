package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.shared.ProcessLock;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.io.IOException;
import java.nio.file.Path;

/** Keeps a second driver out of a checkpoint's folder. */
final class CheckpointLock {

  private CheckpointLock() {}

  /**
   * Takes the lock.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when another driver has it, or when
   *     the folder cannot be written
   */
  static ProcessLock of(Path folder) {
    try {
      return ProcessLock.attempt(folder.resolve("lock")).orElseThrow(() -> taken(folder));
    } catch (IOException e) {
      throw StopReason.UNAVAILABLE.because(
          e,
          "the checkpoint %s cannot be locked (%s): permissions are probably missing; set another"
              + " offsets.checkpoint.dir",
          folder,
          e);
    }
  }

  private static StoppedException taken(Path folder) {
    return StopReason.UNAVAILABLE.because(
        "the checkpoint %s is in use: another driver of this stream is probably at work; stop it,"
            + " or give this job another job.name or offsets.checkpoint.dir",
        folder);
  }
}
