package io.offsetwise.adapters.spark.checkpoint;

import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Notices that Spark has ceased to write its checkpoint: of some failures Spark only warns in its
 * log, and a recovery would repeat everything since. Not thread-safe.
 */
final class Freshness {

  /** So many batches and so much time; one of them alone may be a pause of the process. */
  private static final int BATCHES = 10;

  private static final Duration TIME = Duration.ofSeconds(10);

  private final SparkFiles files;
  private final Clock clock;
  private Optional<FileTime> newest;
  private Instant seen;
  private int batchesSince;

  /** Watches these files from now on. */
  Freshness(SparkFiles files, Clock clock) {
    this.files = Objects.requireNonNull(files, "files");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.newest = files.newest();
    this.seen = clock.instant();
  }

  /**
   * A batch was saved: makes sure that Spark has written something not long ago.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE}
   */
  void requireAfterBatch() {
    Optional<FileTime> now = files.newest();
    batchesSince++;
    if (!now.equals(newest)) {
      newest = now;
      seen = clock.instant();
      batchesSince = 0;
    }
    if (batchesSince >= BATCHES && !clock.instant().isBefore(seen.plus(TIME))) {
      throw StopReason.UNAVAILABLE.because(
          """
          Spark has written no checkpoint to %s since %s but %s batches were saved: the disk is \
          probably full or the folder gone; make room, or set another offsets.checkpoint.dir""",
          files.folder(), seen, batchesSince);
    }
  }
}
