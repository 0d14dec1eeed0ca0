package io.offsetwise.adapters.kafka.log;

import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.IsolationLevel;

/** Looks up offsets in the log. */
final class LogOffsets {

  private final BoundedAdmin admin;

  LogOffsets(BoundedAdmin admin) {
    this.admin = admin;
  }

  /** The first offset of each partition. */
  Positions earliestOf(Collection<TopicPartition> partitions) {
    return of(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
  }

  /** Where a reader of this isolation level finds the end of each partition. */
  Positions endOf(Collection<TopicPartition> partitions, IsolationLevel isolation) {
    return of(partitions, OffsetSpec.latest(), isolation);
  }

  /**
   * The first record of each partition, as a reader of this isolation level sees it, that is of
   * this time or later; a partition without such a record is left out.
   */
  Positions at(Collection<TopicPartition> partitions, Instant time, IsolationLevel isolation) {
    // Kafka reads negative timestamps as "earliest" and "latest"; no record is older than 1970.
    long timestamp = Math.max(0, time.toEpochMilli());
    return of(partitions, OffsetSpec.forTimestamp(timestamp), isolation);
  }

  private Positions of(
      Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
    Map<TopicPartition, Long> offsets = new TreeMap<>();
    ask(partitions, spec, isolation)
        .forEach(
            (partition, info) -> {
              if (info.offset() >= 0) { // Kafka's -1: there is none
                offsets.put(partition, info.offset());
              }
            });
    return Positions.of(offsets);
  }

  /** The epoch of each partition's leader of today; unknown to brokers that do not tell it. */
  Map<TopicPartition, LeaderEpoch> leaderEpochs(Collection<TopicPartition> partitions) {
    Map<TopicPartition, LeaderEpoch> epochs = new TreeMap<>();
    ask(partitions, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED)
        .forEach(
            (partition, info) -> epochs.put(partition, KafkaLeaderEpoch.ours(info.leaderEpoch())));
    return epochs;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ask(
      Collection<TopicPartition> partitions, OffsetSpec spec, IsolationLevel isolation) {
    ListOffsetsOptions options = new ListOffsetsOptions(isolation);
    Map<org.apache.kafka.common.TopicPartition, OffsetSpec> request =
        partitions.stream().collect(Collectors.toMap(KafkaPartitions::kafkas, partition -> spec));
    Map<org.apache.kafka.common.TopicPartition, ListOffsetsResultInfo> answer =
        admin.ask(
            "for the offsets of " + partitions,
            client -> client.listOffsets(request, options).all());
    return partitions.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), asked -> answer.get(KafkaPartitions.kafkas(asked))));
  }
}
