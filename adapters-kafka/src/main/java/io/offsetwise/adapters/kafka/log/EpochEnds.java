package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.time.Deadline;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Asks the leaders where leader epochs end, by what Kafka's consumer does itself before it reads
 * from a position with a leader epoch. Records are fetched where an epoch ends below a position.
 *
 * @param connection how to reach Kafka
 */
record EpochEnds(KafkaConnection connection) {

  private static final Duration LONGEST_POLL = Duration.ofMillis(200);

  /** As {@link io.offsetwise.application.source.SourceLog#divergent}; all with a leader epoch. */
  Map<TopicPartition, OptionalLong> divergent(Collection<StoredPosition> positions) {
    if (positions.isEmpty()) {
      return Map.of();
    }
    Deadline deadline = Deadline.in(connection.timeout());
    List<org.apache.kafka.common.TopicPartition> partitions =
        positions.stream()
            .map(position -> KafkaPartitions.kafkas(position.topicPartition()))
            .toList();
    try (Consumer<byte[], byte[]> consumer = GrouplessConsumer.open(connection)) {
      consumer.assign(partitions);
      // The consumer checks nothing before it knows the epochs of today: this asks for them.
      consumer.endOffsets(partitions, deadline.left());
      positions.forEach(position -> seek(consumer, position));
      Map<TopicPartition, OptionalLong> divergent = new HashMap<>();
      positions.forEach(position -> check(consumer, position, deadline, divergent));
      positions.forEach(
          position -> {
            if (isPassedOver(consumer, position, deadline, divergent)) {
              divergent.remove(position.topicPartition());
            }
          });
      return divergent;
    } catch (KafkaException e) {
      throw new ClientFailure(connection).of("for the leader epochs of " + partitions, e);
    }
  }

  private static void seek(Consumer<?, ?> consumer, StoredPosition position) {
    consumer.seek(
        KafkaPartitions.kafkas(position.topicPartition()),
        new OffsetAndMetadata(
            position.nextOffset(), KafkaLeaderEpoch.kafkas(position.leaderEpoch()), ""));
  }

  /**
   * The epoch of a position is that of the last record that was read. Offsets behind it may have
   * been passed over under a later leader: markers, aborted records, what compaction took. Such
   * ones hold nothing that can be read now either.
   */
  private static boolean isPassedOver(
      Consumer<?, ?> consumer,
      StoredPosition position,
      Deadline deadline,
      Map<TopicPartition, OptionalLong> divergent) {
    OptionalLong end = divergent.getOrDefault(position.topicPartition(), OptionalLong.empty());
    return end.isPresent()
        && isEmpty(
            consumer,
            KafkaPartitions.kafkas(position.topicPartition()),
            end.getAsLong(),
            position.nextOffset(),
            deadline);
  }

  /** Whether the log goes on to {@code until}, and has no record from {@code from} on up to it. */
  private static boolean isEmpty(
      Consumer<?, ?> consumer,
      org.apache.kafka.common.TopicPartition partition,
      long from,
      long until,
      Deadline deadline) {
    Set<org.apache.kafka.common.TopicPartition> alone = Set.of(partition);
    if (consumer.endOffsets(alone, deadline.left()).get(partition) < until) {
      return false;
    }
    consumer.assign(alone);
    consumer.seek(
        partition,
        Math.max(from, consumer.beginningOffsets(alone, deadline.left()).get(partition)));
    while (consumer.position(partition, deadline.left()) < until && !deadline.hasPassed()) {
      if (consumer.poll(LONGEST_POLL).records(partition).stream()
          .anyMatch(record -> record.offset() < until)) {
        return false;
      }
    }
    return consumer.position(partition) >= until;
  }

  /** A check that finds other partitions to diverge has to be made again. */
  private static void check(
      Consumer<?, ?> consumer,
      StoredPosition position,
      Deadline deadline,
      Map<TopicPartition, OptionalLong> divergent) {
    boolean checked = divergent.containsKey(position.topicPartition());
    while (!checked) {
      checked =
          isValid(consumer, position, deadline, divergent)
              || divergent.containsKey(position.topicPartition());
    }
  }

  /** Waits until the position is checked, or some position is found to diverge. */
  private static boolean isValid(
      Consumer<?, ?> consumer,
      StoredPosition position,
      Deadline deadline,
      Map<TopicPartition, OptionalLong> divergent) {
    try {
      consumer.position(KafkaPartitions.kafkas(position.topicPartition()), deadline.left());
      return true;
    } catch (LogTruncationException truncation) {
      truncation
          .offsetOutOfRangePartitions()
          .forEach(
              (partition, stored) ->
                  divergent.put(KafkaPartitions.ours(partition), end(truncation, partition)));
      return false;
    }
  }

  private static OptionalLong end(
      LogTruncationException truncation, org.apache.kafka.common.TopicPartition partition) {
    OffsetAndMetadata end = truncation.divergentOffsets().get(partition);
    return end == null ? OptionalLong.empty() : OptionalLong.of(end.offset());
  }
}
