package io.offsetwise.bootstrap.sample.wallet.fault;

import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * The offsets of a group, as any client of Kafka sees them.
 *
 * @param kafka where the group is
 * @param group its id
 */
record CommittedOffsets(KafkaConnection kafka, String group) {

  private static final Pattern EPOCH = Pattern.compile("^offsetwise/2 epoch=(\\d+) ");

  static CommittedOffsets of(PaymentTopic topic) {
    return new CommittedOffsets(topic.kafka(), topic.name());
  }

  /** Next offset to read, by {@code topic-partition}. */
  SortedMap<String, Long> positions() {
    SortedMap<String, Long> next = new TreeMap<>();
    rows().forEach((partition, row) -> next.put(partition.toString(), row.offset()));
    return next;
  }

  /** The claim that each offset was committed under, by {@code topic-partition}. */
  SortedMap<String, Long> epochs() {
    SortedMap<String, Long> epochs = new TreeMap<>();
    rows().forEach((partition, row) -> epochs.put(partition.toString(), epoch(row)));
    return epochs;
  }

  Map<TopicPartition, OffsetAndMetadata> rows() {
    try (BoundedAdmin admin = BoundedAdmin.open(kafka)) {
      return admin.ask(
          "for the offsets of " + group,
          client -> client.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }
  }

  /** Commits {@code rows} as they are, without any guard. */
  void write(Map<TopicPartition, OffsetAndMetadata> rows) {
    try (BoundedAdmin admin = BoundedAdmin.open(kafka)) {
      admin.ask(
          "to set the offsets of " + group,
          client -> client.alterConsumerGroupOffsets(group, rows).all());
    }
  }

  private static long epoch(OffsetAndMetadata row) {
    Matcher matcher = EPOCH.matcher(row.metadata());
    if (!matcher.find()) {
      throw new AssertionError("nobody has written the claim beside " + row);
    }
    return Long.parseLong(matcher.group(1));
  }
}
