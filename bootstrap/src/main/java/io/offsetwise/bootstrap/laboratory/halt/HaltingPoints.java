package io.offsetwise.bootstrap.laboratory.halt;

import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.bootstrap.laboratory.cell.Crash;
import io.offsetwise.bootstrap.laboratory.cell.CrashPlace;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.spark.TaskContext;

/**
 * Halts the process when the save of one batch comes to one failure point, after it has said so in
 * a file. Travels to executors: in scope partition it is a task that halts its process.
 *
 * <p>It halts once: an executor that is gone has a successor, which runs the same task again.
 *
 * <p>The batch is the one that reads a chosen offset. Partitions of equal length that are read at
 * equal rates have it in the same batch.
 *
 * @param marker path of the file
 * @param crash where to halt
 * @param offset chooses the batch
 */
public record HaltingPoints(String marker, Crash crash, long offset) implements FailurePoints {

  /** Number of words that {@link #of} is made of. */
  static final int ARGUMENTS = 3;

  public HaltingPoints {
    Objects.requireNonNull(marker, "marker");
    Objects.requireNonNull(crash, "crash");
  }

  /** What {@link #asArguments()} has taken to another process. */
  static HaltingPoints of(List<String> arguments) {
    Crash crash =
        Crash.named(arguments.get(1))
            .orElseThrow(() -> new IllegalArgumentException("no crash: " + arguments));
    return new HaltingPoints(arguments.get(0), crash, Long.parseLong(arguments.get(2)));
  }

  /** The words for a command line. */
  public List<String> asArguments() {
    return List.of(marker, crash.key(), Long.toString(offset));
  }

  @Override
  public void reached(FailurePoint point, List<OffsetRange> ranges) {
    if (point == crash.point() && isHere() && isHit(ranges) && !hasHalted()) {
      Halt.mark(Path.of(marker), point, ranges);
      Runtime.getRuntime().halt(Halt.EXIT_CODE);
    }
  }

  private boolean isHit(List<OffsetRange> ranges) {
    return ranges.stream().anyMatch(range -> range.contains(offset));
  }

  /** A file that is there and empty was made for the marker. */
  private boolean hasHalted() {
    return new File(marker).length() > 0;
  }

  private boolean isHere() {
    TaskContext task = TaskContext.get();
    return task == null
        ? crash.place() == CrashPlace.DRIVER
        : crash.place().isTaskOf(task.partitionId(), task.numPartitions());
  }
}
