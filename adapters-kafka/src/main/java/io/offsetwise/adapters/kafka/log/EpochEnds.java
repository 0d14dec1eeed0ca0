package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.time.Deadline;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.LogTruncationException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;

/**
 * Asks the leaders where leader epochs end, by what Kafka's consumer does itself before it reads
 * from a position with a leader epoch. No record is fetched: that would need a poll.
 *
 * @param connection how to reach Kafka
 */
record EpochEnds(KafkaConnection connection) {

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
