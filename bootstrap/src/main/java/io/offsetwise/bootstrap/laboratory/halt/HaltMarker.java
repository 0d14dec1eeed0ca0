package io.offsetwise.bootstrap.laboratory.halt;

import io.offsetwise.bootstrap.local.JsonFile;
import io.offsetwise.domain.guarantee.FailurePoint;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a process leaves behind in a file just before it halts.
 *
 * @param point name of the failure point
 * @param atMs time, milliseconds since 1970-01-01T00:00Z
 * @param ranges what was being saved
 */
record HaltMarker(String point, long atMs, List<Range> ranges) {

  /** The file at this place. */
  static JsonFile<HaltMarker> file(Path path) {
    return new JsonFile<>(path, HaltMarker.class);
  }

  /** The marker of a halt that comes now. */
  static HaltMarker of(FailurePoint point, List<OffsetRange> ranges) {
    return new HaltMarker(
        point.key(), System.currentTimeMillis(), ranges.stream().map(Range::of).toList());
  }

  Halt halt() {
    return new Halt(Instant.ofEpochMilli(atMs), ranges.stream().map(Range::range).toList());
  }

  /** An offset range as it is written. */
  record Range(String topic, int partition, long from, long until) {

    private static Range of(OffsetRange range) {
      return new Range(
          range.topicPartition().topic(),
          range.topicPartition().partition(),
          range.from(),
          range.until());
    }

    private OffsetRange range() {
      return new OffsetRange(new TopicPartition(topic, partition), from, until);
    }
  }
}
