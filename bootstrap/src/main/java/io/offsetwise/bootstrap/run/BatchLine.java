package io.offsetwise.bootstrap.run;

import io.offsetwise.application.session.SavedBatch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.text.Text;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One saved batch as one line for a terminal. */
final class BatchLine {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

  private BatchLine() {}

  /**
   * Batch time, records, ranges, lag and processing time.
   *
   * @param lag number of offsets between what is saved and the log's end
   */
  static String of(SavedBatch batch, long lag) {
    return String.format(
        Locale.ROOT,
        "%s  %,7d records  lag %,8d  %,6d ms  %s",
        CLOCK.format(batch.batchTime()),
        batch.records(),
        lag,
        batch.processing().toMillis(),
        ranges(batch.ranges().inLockOrder()));
  }

  /** Kafka's topics with their ranges: {@code payments 0:[0,250) 1:[0,243)}. */
  private static String ranges(List<OffsetRange> ranges) {
    Map<String, List<OffsetRange>> byTopic =
        ranges.stream()
            .collect(
                Collectors.groupingBy(
                    range -> range.topicPartition().topic(), TreeMap::new, Collectors.toList()));
    return byTopic.entrySet().stream()
        .map(topic -> topic.getKey() + " " + ofTopic(topic.getValue()))
        .collect(Collectors.joining("  "));
  }

  private static String ofTopic(List<OffsetRange> ranges) {
    return ranges.stream()
        .map(
            range ->
                Text.of(
                    "%s:[%s,%s)", range.topicPartition().partition(), range.from(), range.until()))
        .collect(Collectors.joining(" "));
  }
}
