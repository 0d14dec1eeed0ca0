package io.offsetwise.adapters.kafka.log;

import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;

/** Looks up offsets in the log. */
final class LogOffsets {

  private final BoundedAdmin admin;

  LogOffsets(BoundedAdmin admin) {
    this.admin = admin;
  }

  /**
   * The offset of each partition that fits {@code spec}; a partition without such an offset is left
   * out.
   */
  Positions of(Collection<TopicPartition> partitions, OffsetSpec spec) {
    Map<TopicPartition, Long> offsets = new TreeMap<>();
    ask(partitions, spec)
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
    ask(partitions, OffsetSpec.latest())
        .forEach(
            (partition, info) -> epochs.put(partition, KafkaLeaderEpoch.ours(info.leaderEpoch())));
    return epochs;
  }

  private Map<TopicPartition, ListOffsetsResultInfo> ask(
      Collection<TopicPartition> partitions, OffsetSpec spec) {
    Map<org.apache.kafka.common.TopicPartition, OffsetSpec> request =
        partitions.stream().collect(Collectors.toMap(KafkaPartitions::kafkas, partition -> spec));
    Map<org.apache.kafka.common.TopicPartition, ListOffsetsResultInfo> answer =
        admin.ask("for the offsets of " + partitions, client -> client.listOffsets(request).all());
    return partitions.stream()
        .collect(
            Collectors.toMap(
                Function.identity(), asked -> answer.get(KafkaPartitions.kafkas(asked))));
  }
}
