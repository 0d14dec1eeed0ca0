package io.offsetwise.bootstrap.offsets;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kafka.admin.ConsumerGroupCommand;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import scala.collection.immutable.Map$;

/**
 * Kafka's own {@code kafka-consumer-groups} in this process, on a group that nobody reads in.
 *
 * @param server of the broker
 * @param group name of the group
 */
record KafkasTool(String server, String group) {

  private static final long BOUND_SECONDS = 30;

  /** Gives the group these offsets and no others. */
  void commit(Positions positions) throws Exception {
    try (Admin admin = admin()) {
      if (!committed(admin).equals(Positions.NONE)) {
        admin.deleteConsumerGroups(List.of(group)).all().get(BOUND_SECONDS, TimeUnit.SECONDS);
      }
      Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
      positions
          .nextOffsets()
          .forEach(
              (partition, offset) -> offsets.put(kafkas(partition), new OffsetAndMetadata(offset)));
      admin.alterConsumerGroupOffsets(group, offsets).all().get(BOUND_SECONDS, TimeUnit.SECONDS);
    }
  }

  /** The offsets that the group has committed. */
  Positions committed() throws Exception {
    try (Admin admin = admin()) {
      return committed(admin);
    }
  }

  private Positions committed(Admin admin) throws Exception {
    return Positions.of(
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(BOUND_SECONDS, TimeUnit.SECONDS)
            .entrySet()
            .stream()
            .collect(
                Collectors.toMap(
                    each -> new TopicPartition(each.getKey().topic(), each.getKey().partition()),
                    each -> each.getValue().offset())));
  }

  /** Resets the group, and returns what the tool exports of it. */
  String reset(List<String> options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--bootstrap-server", server, "--group", group, "--reset-offsets", "--execute"));
    arguments.addAll(options);
    ConsumerGroupCommand.ConsumerGroupService service =
        new ConsumerGroupCommand.ConsumerGroupService(
            new ConsumerGroupCommand.ConsumerGroupCommandOptions(arguments.toArray(String[]::new)),
            Map$.MODULE$.empty());
    try {
      return service.exportOffsetsToCsv(service.resetOffsets());
    } finally {
      service.close();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", server));
  }

  private static org.apache.kafka.common.TopicPartition kafkas(TopicPartition partition) {
    return new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition());
  }
}
