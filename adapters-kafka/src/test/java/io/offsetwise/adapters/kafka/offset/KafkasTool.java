package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** Sets offsets by the request that Kafka's own tool makes. */
final class KafkasTool {

  private KafkasTool() {}

  static void reset(KafkaGroup group, Map<TopicPartition, Long> offsets) {
    set(
        group,
        offsets.entrySet().stream()
            .map(entry -> GroupRow.of(entry.getKey(), new OffsetAndMetadata(entry.getValue())))
            .toList());
  }

  static void set(KafkaGroup group, Collection<GroupRow> rows) {
    PerJvm.get(new SharedAdmin(group.connection()))
        .ask(
            "to reset offsets",
            client ->
                client
                    .alterConsumerGroupOffsets(
                        group.name(),
                        rows.stream()
                            .collect(
                                Collectors.toMap(
                                    row -> KafkaPartitions.kafkas(row.partition()),
                                    GroupRow::forKafka)))
                    .all());
  }
}
