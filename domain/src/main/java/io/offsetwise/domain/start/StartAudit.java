package io.offsetwise.domain.start;

import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;

/**
 * Holds what the store keeps against what the log holds, partition by partition.
 *
 * @param stored the stream's stored positions, by partition
 * @param begun the positions at which partitions of the stream began, oldest first
 * @param log all partitions of the topics that the stream reads
 * @param first where topics begin that were never read
 * @param divergent stored positions that lie behind the end of their leader epoch in the log, with
 *     that end; it is empty where the log knows neither the epoch nor a later one
 */
public record StartAudit(
    Map<TopicPartition, StoredPosition> stored,
    List<StoredPosition> begun,
    Map<TopicPartition, PartitionInLog> log,
    StartingPoint first,
    Map<TopicPartition, OptionalLong> divergent) {

  public StartAudit {
    stored = Map.copyOf(stored);
    begun = List.copyOf(begun);
    log = Map.copyOf(log);
    Objects.requireNonNull(first, "first");
    divergent = Map.copyOf(divergent);
  }

  /** The audit of positions that the log was not asked about. */
  public StartAudit(
      Map<TopicPartition, StoredPosition> stored,
      List<StoredPosition> begun,
      Map<TopicPartition, PartitionInLog> log,
      StartingPoint first) {
    this(stored, begun, log, first, Map.of());
  }

  /** One finding for each partition that is stored or in the log, sorted by partition. */
  public List<StartFinding> findings() {
    TreeSet<TopicPartition> partitions = new TreeSet<>(stored.keySet());
    partitions.addAll(log.keySet());
    return partitions.stream().map(this::finding).toList();
  }

  private StartFinding finding(TopicPartition partition) {
    StoredPosition position = stored.get(partition);
    PartitionInLog inLog = log.get(partition);
    if (inLog == null) {
      return new HarmfulFinding.PartitionMissing(partition, position.nextOffset());
    }
    return position == null ? notStored(partition, inLog) : readBefore(position, inLog);
  }

  private StartFinding notStored(TopicPartition partition, PartitionInLog inLog) {
    return begun.stream()
        .filter(start -> start.topicPartition().equals(partition))
        .filter(start -> start.topicId().equals(inLog.topicId()))
        .findFirst()
        .<StartFinding>map(start -> lost(start, inLog.readable()))
        .orElseGet(() -> notInThisTopic(partition, inLog));
  }

  /** A store may forget the positions of a deleted topic with it, as Kafka does. */
  private StartFinding notInThisTopic(TopicPartition partition, PartitionInLog inLog) {
    if (isStored(partition.topic())) {
      return new StartFinding.PartitionAdded(partition, inLog.retained().earliest());
    }
    return begun.stream()
        .filter(start -> start.topicPartition().equals(partition))
        .reduce((older, newer) -> newer)
        .<StartFinding>map(start -> withoutPosition(start, inLog))
        .orElseGet(() -> neverRead(partition, inLog));
  }

  private static StartFinding withoutPosition(StoredPosition start, PartitionInLog inLog) {
    return new RecreatedTopic.WithoutPosition(
        start.topicPartition(),
        start.nextOffset(),
        start.topicId(),
        inLog.topicId(),
        inLog.retained().earliest());
  }

  private StartFinding lost(StoredPosition start, RetainedRange readable) {
    TopicPartition partition = start.topicPartition();
    return new HarmfulFinding.PositionLost(
        partition, start.nextOffset(), first.resolve(partition, readable));
  }

  private StartFinding neverRead(TopicPartition partition, PartitionInLog inLog) {
    if (isBegun(partition.topic())) {
      return new StartFinding.PartitionAdded(partition, inLog.retained().earliest());
    }
    long position = first.resolve(partition, inLog.readable());
    return outsideLog(partition, position, inLog.retained())
        .orElseGet(() -> new StartFinding.FirstRead(partition, position));
  }

  private boolean isStored(String topic) {
    return stored.keySet().stream().anyMatch(partition -> partition.topic().equals(topic));
  }

  private boolean isBegun(String topic) {
    return begun.stream().anyMatch(start -> start.topicPartition().topic().equals(topic));
  }

  private StartFinding readBefore(StoredPosition position, PartitionInLog inLog) {
    TopicPartition partition = position.topicPartition();
    if (!position.topicId().equals(inLog.topicId())) {
      return new RecreatedTopic.WithPosition(
          partition,
          position.nextOffset(),
          position.topicId(),
          inLog.topicId(),
          inLog.retained().earliest());
    }
    return outsideLog(partition, position.nextOffset(), inLog.retained())
        .or(() -> truncated(position, inLog.retained()))
        .orElseGet(() -> resumed(position));
  }

  private Optional<StartFinding> truncated(StoredPosition position, RetainedRange retained) {
    TopicPartition partition = position.topicPartition();
    return Optional.ofNullable(divergent.get(partition))
        .map(
            end ->
                new HarmfulFinding.LogTruncated(
                    partition, position.nextOffset(), position.leaderEpoch(), end, retained));
  }

  /** Before offset 0 there is no record that could have been cut off. */
  private static StartFinding resumed(StoredPosition position) {
    TopicPartition partition = position.topicPartition();
    long next = position.nextOffset();
    return next > 0 && position.leaderEpoch().equals(LeaderEpoch.UNKNOWN)
        ? new StartFinding.ResumedUnverified(partition, next)
        : new StartFinding.Resumed(partition, next);
  }

  private static Optional<StartFinding> outsideLog(
      TopicPartition partition, long position, RetainedRange retained) {
    return switch (retained.continuityFrom(position)) {
      case GAP -> Optional.of(new HarmfulFinding.RetentionLoss(partition, position, retained));
      case BEHIND -> Optional.of(new HarmfulFinding.BeyondEnd(partition, position, retained));
      case IN_ORDER, OVERLAP, ALREADY_APPLIED -> Optional.empty();
    };
  }
}
