package io.offsetwise.bootstrap.sample.wallet.wrongbuild;

import io.offsetwise.bootstrap.laboratory.cell.CrashPlace;
import io.offsetwise.bootstrap.laboratory.halt.Halt;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.TaskContext;

/**
 * Where a fault strikes. Travels to executors.
 *
 * @param marker path of the file that says that it has struck
 * @param offset chooses the batch, in every partition
 * @param last the last offset of every partition that is not longer than the others
 */
record Spot(String marker, long offset, long last) implements Serializable {

  /** Number of words that {@link #of} is made of. */
  static final int ARGUMENTS = 3;

  /** What {@link #asArguments()} has taken to another process. */
  static Spot of(List<String> arguments) {
    return new Spot(
        arguments.get(0), Long.parseLong(arguments.get(1)), Long.parseLong(arguments.get(2)));
  }

  /** The words for a command line. */
  List<String> asArguments() {
    return List.of(marker, Long.toString(offset), Long.toString(last));
  }

  /** Whether this is the task in the middle of a batch; one of several that read the offset. */
  static boolean isHere() {
    TaskContext task = TaskContext.get();
    return task != null
        && CrashPlace.MIDDLE_TASK.isTaskOf(task.partitionId(), task.numPartitions());
  }

  /** Whether the chosen offset lies in one of these. */
  boolean isIn(List<OffsetRange> ranges) {
    return ranges.stream().anyMatch(range -> range.contains(offset));
  }

  /** Says what is struck, unless that was said before. */
  void mark(FailurePoint point, List<OffsetRange> ranges) {
    if (Files.notExists(Path.of(marker))) {
      Halt.mark(Path.of(marker), point, ranges);
    }
  }

  /** The file that lets what stands still go on. */
  Path release() {
    return Path.of(marker + ".go-on");
  }
}
