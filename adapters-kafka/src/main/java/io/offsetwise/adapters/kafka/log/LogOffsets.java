package io.offsetwise.adapters.kafka.log;

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
    Map<org.apache.kafka.common.TopicPartition, OffsetSpec> request =
        partitions.stream().collect(Collectors.toMap(LogOffsets::kafkas, partition -> spec));
    Map<org.apache.kafka.common.TopicPartition, ListOffsetsResultInfo> answer =
        admin.ask("for the offsets of " + partitions, client -> client.listOffsets(request).all());
    Map<TopicPartition, ListOffsetsResultInfo> found =
        partitions.stream()
            .collect(Collectors.toMap(Function.identity(), asked -> answer.get(kafkas(asked))));
    Map<TopicPartition, Long> offsets = new TreeMap<>();
    found.forEach(
        (partition, info) -> {
          if (info.offset() >= 0) { // Kafka's -1: there is none
            offsets.put(partition, info.offset());
          }
        });
    return Positions.of(offsets);
  }

  private static org.apache.kafka.common.TopicPartition kafkas(TopicPartition partition) {
    return new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition());
  }
}
