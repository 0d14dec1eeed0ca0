package io.offsetwise.bootstrap.offsets;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import kafka.admin.ConsumerGroupCommand;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import scala.Console$;
import scala.collection.immutable.Map$;
import scala.runtime.BoxedUnit;

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
    ConsumerGroupCommand.ConsumerGroupService service = service(arguments);
    try {
      return service.exportOffsetsToCsv(service.resetOffsets());
    } finally {
      service.close();
    }
  }

  /** What the tool prints of the group: the heading and a row for each partition, in words. */
  List<List<String>> describe() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ConsumerGroupCommand.ConsumerGroupService service =
        service(List.of("--bootstrap-server", server, "--group", group, "--describe"));
    try {
      Console$.MODULE$.withOut(
          printed,
          () -> {
            service.describeGroups();
            return BoxedUnit.UNIT;
          });
    } finally {
      service.close();
    }
    return printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> List.of(line.strip().split(" +", -1)))
        .filter(words -> Set.of("GROUP", group).contains(words.get(0)))
        .toList();
  }

  private static ConsumerGroupCommand.ConsumerGroupService service(List<String> arguments) {
    return new ConsumerGroupCommand.ConsumerGroupService(
        new ConsumerGroupCommand.ConsumerGroupCommandOptions(arguments.toArray(String[]::new)),
        Map$.MODULE$.empty());
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", server));
  }

  private static org.apache.kafka.common.TopicPartition kafkas(TopicPartition partition) {
    return new org.apache.kafka.common.TopicPartition(partition.topic(), partition.partition());
  }
}
