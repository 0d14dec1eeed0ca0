package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.Backoff;
import io.offsetwise.adapters.kafka.log.BoundedAdmin;
import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * The committed offsets of a group as they are decided: an offset whose transaction is being
 * committed is waited for. Thread-safe.
 *
 * @param group whose offsets
 * @param admin asks
 */
record GroupRows(KafkaGroup group, BoundedAdmin admin) {

  private enum Stability {
    DECIDED,
    AS_SHOWN
  }

  /** Asks through the client that this JVM shares. */
  static GroupRows of(KafkaGroup group) {
    return new GroupRows(group, PerJvm.get(new SharedAdmin(group.connection())));
  }

  Optional<GroupRow> of(TopicPartition partition) {
    return Optional.ofNullable(of(Set.of(partition)).get(partition));
  }

  /**
   * The rows of {@code partitions}; those without a row are left out.
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} when Kafka does not answer, or an open
   *     transaction does not end, within the connection's timeout
   */
  Map<TopicPartition, GroupRow> of(Collection<TopicPartition> partitions) {
    return within(group.connection().timeout(), partitions)
        .orElseThrow(() -> undecided(partitions));
  }

  /** The same with a bound of the caller's; empty when one of them is not decided by then. */
  Optional<Map<TopicPartition, GroupRow>> within(
      Duration bound, Collection<TopicPartition> partitions) {
    List<org.apache.kafka.common.TopicPartition> asked =
        partitions.stream().map(KafkaPartitions::kafkas).toList();
    ListConsumerGroupOffsetsSpec spec = new ListConsumerGroupOffsetsSpec().topicPartitions(asked);
    Backoff backoff = new Backoff(bound);
    Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> found =
        list(spec, Stability.DECIDED);
    // Kafka's client leaves out what is not decided; what has no row is null.
    while (!found.keySet().containsAll(asked)) {
      if (!backoff.awaitRetry()) {
        return Optional.empty();
      }
      found = list(spec, Stability.DECIDED);
    }
    return Optional.of(rows(found));
  }

  /** All offsets as Kafka keeps them, whoever has written them. */
  Map<TopicPartition, OffsetAndMetadata> committed() {
    Map<TopicPartition, OffsetAndMetadata> committed = new TreeMap<>();
    list(new ListConsumerGroupOffsetsSpec(), Stability.AS_SHOWN)
        .forEach((kafkas, offset) -> committed.put(KafkaPartitions.ours(kafkas), offset));
    return committed;
  }

  /** All rows that are decided at this moment; one that is just being written may be missing. */
  Map<TopicPartition, GroupRow> decided() {
    return rows(list(new ListConsumerGroupOffsetsSpec(), Stability.DECIDED));
  }

  /** All partitions that have a row, the older one where a newer is being written. */
  Set<TopicPartition> partitions() {
    return list(new ListConsumerGroupOffsetsSpec(), Stability.AS_SHOWN).keySet().stream()
        .map(KafkaPartitions::ours)
        .collect(Collectors.toSet());
  }

  /**
   * Removes the rows of {@code partitions}, as Kafka's own tool does: without any guard, because
   * Kafka takes no offsets of a partition that it does not have.
   */
  void remove(Collection<TopicPartition> partitions) {
    Set<org.apache.kafka.common.TopicPartition> removed =
        partitions.stream().map(KafkaPartitions::kafkas).collect(Collectors.toSet());
    if (!removed.isEmpty()) {
      admin
          .under(group.rights().withDeletion())
          .ask(
              "to remove the offsets of " + partitions + " from group " + group.name(),
              client -> client.deleteConsumerGroupOffsets(group.name(), removed).all());
    }
  }

  private Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> list(
      ListConsumerGroupOffsetsSpec spec, Stability stability) {
    ListConsumerGroupOffsetsOptions options =
        new ListConsumerGroupOffsetsOptions().requireStable(stability == Stability.DECIDED);
    return admin.ask(
        "for the offsets of group " + group.name(),
        client ->
            client
                .listConsumerGroupOffsets(Map.of(group.name(), spec), options)
                .partitionsToOffsetAndMetadata(group.name()));
  }

  private static Map<TopicPartition, GroupRow> rows(
      Map<org.apache.kafka.common.TopicPartition, OffsetAndMetadata> found) {
    Map<TopicPartition, GroupRow> rows = new HashMap<>();
    found.forEach(
        (kafkas, committed) -> {
          if (committed != null) {
            TopicPartition partition = KafkaPartitions.ours(kafkas);
            rows.put(partition, GroupRow.of(partition, committed));
          }
        });
    return rows;
  }

  private StoppedException undecided(Collection<TopicPartition> partitions) {
    return StopReason.UNAVAILABLE.because(
        "not all offsets of %s in group %s were decided within %s ms: somebody has probably died"
            + " while saving them; Kafka gives that transaction up soon; try again",
        partitions, group.name(), group.connection().timeout().toMillis());
  }
}
