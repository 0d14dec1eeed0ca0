package io.offsetwise.bootstrap.sample.wallet.kill;

import io.offsetwise.application.save.FailurePoints;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Parks the process for ever when the save of one record comes to one point, after it has said so
 * in a file. Travels to executors.
 *
 * @param marker the file
 * @param point where to park
 * @param partition of the record
 * @param offset of the record
 */
record ParkingPoint(String marker, FailurePoint point, TopicPartition partition, long offset)
    implements FailurePoints {

  /** Number of words that {@link #of} is made of. */
  static final int ARGUMENTS = 5;

  /** What {@link #asArguments()} has taken to another process. */
  static ParkingPoint of(List<String> arguments) {
    return new ParkingPoint(
        arguments.get(0),
        FailurePoint.valueOf(arguments.get(1)),
        new TopicPartition(arguments.get(2), Integer.parseInt(arguments.get(3))),
        Long.parseLong(arguments.get(4)));
  }

  List<String> asArguments() {
    return List.of(
        marker,
        point.name(),
        partition.topic(),
        Integer.toString(partition.partition()),
        Long.toString(offset));
  }

  @Override
  public void reached(FailurePoint reached, List<OffsetRange> ranges) {
    if (reached == point && ranges.stream().anyMatch(this::isHit)) {
      new HaltedSave(ranges).writeTo(Path.of(marker));
      park();
    }
  }

  private boolean isHit(OffsetRange range) {
    return range.topicPartition().equals(partition) && range.contains(offset);
  }

  private static void park() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("nobody was to end this process gently", interrupted);
    }
  }
}
