package io.offsetwise.adapters.kafka.read;

import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/** Says in numbers which records of a range the log holds no longer. */
record MissingRecords(KafkaConsumer<?, ?> consumer, Duration timeout) {

  /**
   * The log did not have the next record.
   *
   * @param position of the reading
   */
  StoppedException of(OffsetRange range, long position, OffsetOutOfRangeException gone) {
    TopicPartition partition = KafkaPartitions.kafkas(range.topicPartition());
    long earliest = consumer.beginningOffsets(Set.of(partition), timeout).get(partition);
    long end = consumer.endOffsets(Set.of(partition), timeout).get(partition);
    return position < earliest
        ? deleted(range, position, earliest, gone)
        : StopReason.RECORDS_GONE.because(
            gone,
            """
            the log ends at offset %s, but %s is to be read from %s on: it was probably cut by an \
            unclean leader election or restored from an old copy; nothing of the range is saved; \
            start again: the start says what is missing, and which start.accept goes on""",
            end,
            range,
            position);
  }

  private static StoppedException deleted(
      OffsetRange range, long position, long earliest, OffsetOutOfRangeException gone) {
    return StopReason.RECORDS_GONE.because(
        gone,
        """
        the log begins at offset %s now, but %s was to be read from %s on: retention has probably \
        deleted %s of its offsets while it was read; nothing of the range is saved; start again: \
        the start says how many are lost, and which start.accept goes on behind them""",
        earliest,
        range,
        position,
        Math.min(earliest, range.until()) - position);
  }
}
