package io.offsetwise.adapters.kafka.offset;

import io.offsetwise.adapters.kafka.log.SharedAdmin;
import io.offsetwise.adapters.kafka.log.TopicCatalog;
import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All rows of a stream, together with what the broker says of their topics.
 *
 * @param rows by partition, those of absent partitions included
 * @param topics that the rows belong to
 */
record StreamRows(Map<TopicPartition, GroupRow> rows, KnownTopics topics) {

  /**
   * Reads the rows of a group as they are decided.
   *
   * @param expected topics whose rows are waited for even if Kafka does not list them yet: a
   *     transaction that is committed shows in the list a moment later
   */
  static StreamRows of(KafkaGroup group, Set<String> expected) {
    return among(partitions(group, expected), group);
  }

  /** The partitions whose rows are to be looked at. */
  static Set<TopicPartition> partitions(KafkaGroup group, Set<String> expected) {
    Set<TopicPartition> partitions = new HashSet<>(GroupRows.of(group).partitions());
    partitions.addAll(known(group, expected).partitions());
    return partitions;
  }

  static StreamRows among(Set<TopicPartition> partitions, KafkaGroup group) {
    Map<TopicPartition, GroupRow> rows = GroupRows.of(group).of(partitions);
    return new StreamRows(
        rows, known(group, rows.keySet().stream().map(TopicPartition::topic).toList()));
  }

  private static KnownTopics known(KafkaGroup group, Collection<String> topics) {
    return KnownTopics.among(
        topics, new TopicCatalog(PerJvm.get(new SharedAdmin(group.connection()))));
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The newest epoch under which the stream itself has written. */
  Optional<Epoch> newestEpoch() {
    return rows.values().stream()
        .flatMap(row -> row.epoch().stream())
        .max((one, other) -> Long.compare(one.number(), other.number()));
  }

  /** The epoch of the rows of {@code claim}. */
  Optional<Epoch> epochOf(ClaimToken claim) {
    return rows.values().stream()
        .filter(row -> row.isOf(claim))
        .flatMap(row -> row.epoch().stream())
        .findAny();
  }

  /** Those that somebody else has written, of partitions that are there. */
  Set<TopicPartition> setByOthers() {
    return rows.values().stream()
        .filter(row -> row.ours().isEmpty())
        .map(GroupRow::partition)
        .filter(topics::hold)
        .collect(Collectors.toSet());
  }

  /**
   * The positions. A row of a partition that is not there any more and that the stream did not
   * write is left out: nobody knows which topic it meant.
   *
   * @param adopting the epoch of rows that somebody else has written; they count for the topic that
   *     is there now
   */
  Map<TopicPartition, StoredPosition> positions(Epoch adopting) {
    return rows.values().stream()
        .filter(row -> row.ours().isPresent() || topics.hold(row.partition()))
        .collect(Collectors.toMap(GroupRow::partition, row -> position(row, adopting)));
  }

  /** The rows that Kafka takes, written again under another claim. */
  Collection<GroupRow> movedTo(Epoch epoch, ClaimToken claim, StreamName stream) {
    return rows.values().stream()
        .filter(row -> topics.hold(row.partition()))
        .map(row -> position(row, epoch))
        .map(position -> GroupRow.of(position.under(epoch), claim, stream))
        .toList();
  }

  private StoredPosition position(GroupRow row, Epoch adopting) {
    return row.position()
        .orElseGet(() -> row.adopted(topics.idOf(row.partition().topic()), adopting));
  }
}
