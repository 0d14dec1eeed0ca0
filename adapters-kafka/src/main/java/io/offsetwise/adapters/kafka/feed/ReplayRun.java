package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.Positions;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** One reading of a log up to given positions. Not thread-safe. */
final class ReplayRun {

  private static final Duration LONGEST_POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<TopicPartition, Long> ends;
  private final Consumer<Set<TopicPartition>> seek;
  private final Duration longestIdle;

  private ReplayRun(
      KafkaConsumer<byte[], byte[]> consumer,
      Map<TopicPartition, Long> ends,
      Consumer<Set<TopicPartition>> seek,
      Duration longestIdle) {
    this.consumer = consumer;
    this.ends = ends;
    this.seek = seek;
    this.longestIdle = longestIdle;
  }

  /** From the first retained record of each partition. */
  static ReplayRun fromBeginning(
      KafkaConsumer<byte[], byte[]> consumer, Positions end, Duration longestIdle) {
    Map<TopicPartition, Long> ends =
        end.nextOffsets().entrySet().stream()
            .collect(Collectors.toMap(entry -> kafkas(entry.getKey()), Map.Entry::getValue));
    return new ReplayRun(consumer, ends, consumer::seekToBeginning, longestIdle);
  }

  /** One range; the consumer may have read other ones before. */
  static ReplayRun ofRange(
      KafkaConsumer<byte[], byte[]> consumer, OffsetRange range, Duration longestIdle) {
    TopicPartition partition = kafkas(range.topicPartition());
    return new ReplayRun(
        consumer,
        Map.of(partition, range.until()),
        partitions -> {
          consumer.resume(partitions);
          consumer.seek(partition, range.from());
        },
        longestIdle);
  }

  long replay(Consumer<? super SourceRecord> records) {
    consumer.assign(ends.keySet());
    seek.accept(ends.keySet());
    long handedOver = 0;
    Map<TopicPartition, Long> unfinished = pauseFinished();
    Deadline idle = Deadline.in(longestIdle);
    while (!unfinished.isEmpty()) {
      handedOver += handOver(records);
      // Positions and not records tell of progress: what was aborted or compacted away shows none.
      Map<TopicPartition, Long> next = pauseFinished();
      if (!next.equals(unfinished)) {
        idle = Deadline.in(longestIdle);
      } else if (idle.hasPassed()) {
        throw stuck(next);
      }
      unfinished = next;
    }
    return handedOver;
  }

  private long handOver(Consumer<? super SourceRecord> records) {
    long handedOver = 0;
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(LONGEST_POLL)) {
      if (record.offset() < ends.get(new TopicPartition(record.topic(), record.partition()))) {
        records.accept(new ConsumerRecordView(record));
        handedOver++;
      }
    }
    return handedOver;
  }

  /** The positions of the partitions that are not at their end; the others are read no further. */
  private Map<TopicPartition, Long> pauseFinished() {
    Map<TopicPartition, Long> unfinished = new HashMap<>();
    ends.forEach(
        (partition, end) -> {
          long position = consumer.position(partition);
          if (position < end) {
            unfinished.put(partition, position);
          } else {
            consumer.pause(List.of(partition));
          }
        });
    return unfinished;
  }

  private StoppedException stuck(Map<TopicPartition, Long> unfinished) {
    return StopReason.UNAVAILABLE.because(
        "the replay stands at %s and no record came for %s ms, but it is to reach %s: the broker"
            + " has probably stopped, or the end lies beyond the log's end",
        unfinished, longestIdle.toMillis(), ends);
  }

  private static TopicPartition kafkas(io.offsetwise.domain.offset.TopicPartition partition) {
    return new TopicPartition(partition.topic(), partition.partition());
  }
}
