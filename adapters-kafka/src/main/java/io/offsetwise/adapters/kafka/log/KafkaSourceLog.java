package io.offsetwise.adapters.kafka.log;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.domain.offset.LeaderEpoch;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;

/**
 * Kafka's log, asked through its admin client; ids of topics are asked from every broker. Each
 * request is bounded by the connection's timeout; a call makes four of them at most, and one for
 * the id of each topic. Where it ends is told by the connection's isolation level. Thread-safe.
 */
public final class KafkaSourceLog implements SourceLog {

  private final BoundedAdmin admin;
  private final IsolationLevel isolation;
  private final EveryBroker brokers;
  private final AgreedTopicIds ids;
  private final EpochEnds epochEnds;
  private final TopicCatalog catalog;
  private final LogOffsets offsets;

  private KafkaSourceLog(BoundedAdmin admin, EveryBroker brokers, KafkaConnection connection) {
    this.admin = admin;
    this.isolation = connection.isolationLevel();
    this.brokers = brokers;
    this.ids = new AgreedTopicIds(brokers, connection);
    this.epochEnds = new EpochEnds(connection);
    this.catalog = new TopicCatalog(admin);
    this.offsets = new LogOffsets(admin);
  }

  /** Opens clients of its own; see {@link BoundedAdmin#open}. */
  public static KafkaSourceLog open(KafkaConnection connection) {
    return open(connection, Rights.READING);
  }

  /**
   * The same for work that takes other rights than to read.
   *
   * @param rights are named where they are missing
   */
  public static KafkaSourceLog open(KafkaConnection connection, Rights rights) {
    return new KafkaSourceLog(
        BoundedAdmin.open(connection).under(rights), EveryBroker.open(connection), connection);
  }

  @Override
  public TopicId idOf(String topic) {
    return ids.of(topic).orElseThrow(() -> catalog.absent(topic));
  }

  @Override
  public Set<String> present(Set<String> topics) {
    return catalog.present(topics);
  }

  @Override
  public Set<TopicPartition> partitions(Set<String> topics) {
    return catalog.describe(topics).values().stream()
        .flatMap(KafkaSourceLog::partitionsOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Map<TopicPartition, PartitionInLog> describe(Set<String> topics) {
    Map<String, TopicDescription> described = catalog.describe(topics);
    Set<TopicPartition> partitions =
        described.values().stream()
            .flatMap(KafkaSourceLog::partitionsOf)
            .collect(Collectors.toSet());
    // The earliest first: all only grow, so that the range cannot come out inverted.
    Positions earliest = offsets.earliestOf(partitions);
    Positions lastStable = lastStableOf(partitions);
    Positions end = offsets.endOf(partitions, IsolationLevel.READ_UNCOMMITTED);
    Map<String, TopicId> agreed =
        topics.stream().collect(Collectors.toMap(Function.identity(), this::idOf));
    Map<TopicPartition, PartitionInLog> inLog = new HashMap<>();
    for (TopicPartition partition : partitions) {
      RetainedRange retained =
          new RetainedRange(earliest.of(partition).orElseThrow(), end.of(partition).orElseThrow());
      inLog.put(
          partition,
          new PartitionInLog(agreed.get(partition.topic()), retained, lastStable.of(partition)));
    }
    return Map.copyOf(inLog);
  }

  @Override
  public Positions endOf(Set<TopicPartition> partitions) {
    requireExisting(partitions);
    return offsets.endOf(partitions, isolation);
  }

  @Override
  public Positions logEndOf(Set<TopicPartition> partitions) {
    requireExisting(partitions);
    return offsets.endOf(partitions, IsolationLevel.READ_UNCOMMITTED);
  }

  @Override
  public Map<TopicPartition, OpenTransaction> openTransactions(Set<TopicPartition> partitions) {
    if (isolation == IsolationLevel.READ_UNCOMMITTED) {
      return Map.of();
    }
    Positions readable = endOf(partitions);
    Positions ends = offsets.endOf(partitions, IsolationLevel.READ_UNCOMMITTED);
    List<TopicPartition> heldUp =
        partitions.stream().filter(each -> !readable.of(each).equals(ends.of(each))).toList();
    return heldUp.isEmpty() ? Map.of() : new OpenTransactions(admin).firstIn(heldUp);
  }

  private Positions lastStableOf(Set<TopicPartition> partitions) {
    return isolation == IsolationLevel.READ_COMMITTED
        ? offsets.endOf(partitions, isolation)
        : Positions.NONE;
  }

  @Override
  public Positions offsetsAt(Set<TopicPartition> partitions, Instant time) {
    // The end first: a record that arrives between the two questions must not be skipped.
    Positions end = endOf(partitions);
    Positions found = offsets.at(partitions, time, isolation);
    Map<TopicPartition, Long> all = new HashMap<>(end.nextOffsets());
    all.putAll(found.nextOffsets());
    return Positions.of(all);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Kafka's consumer would wait for ever for a leader as late as an epoch that no leader has had
   * yet; such positions are found before it is asked.
   */
  @Override
  public Map<TopicPartition, OptionalLong> divergent(Collection<StoredPosition> positions) {
    Map<TopicPartition, StoredPosition> known =
        positions.stream()
            .filter(position -> position.leaderEpoch().number().isPresent())
            .collect(Collectors.toMap(StoredPosition::topicPartition, Function.identity()));
    Map<TopicPartition, LeaderEpoch> today = offsets.leaderEpochs(known.keySet());
    Map<TopicPartition, OptionalLong> divergent = new HashMap<>();
    known.values().stream()
        .filter(position -> isLaterThan(today.get(position.topicPartition()), position))
        .forEach(position -> divergent.put(position.topicPartition(), OptionalLong.empty()));
    known.keySet().removeAll(divergent.keySet());
    divergent.putAll(epochEnds.divergent(known.values()));
    return Map.copyOf(divergent);
  }

  private static boolean isLaterThan(LeaderEpoch today, StoredPosition position) {
    return today.number().isPresent()
        && position.leaderEpoch().number().orElseThrow() > today.number().getAsInt();
  }

  /** Kafka's client would ask for an absent partition again and again until its bound. */
  private void requireExisting(Set<TopicPartition> partitions) {
    Set<TopicPartition> missing = new HashSet<>(partitions);
    missing.removeAll(
        partitions(partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet())));
    if (!missing.isEmpty()) {
      throw StopReason.UNAVAILABLE.because(
          "the log has no partitions %s: their topics were probably created again with fewer"
              + " partitions; correct the partition numbers",
          missing);
    }
  }

  private static Stream<TopicPartition> partitionsOf(TopicDescription topic) {
    return IntStream.range(0, topic.partitions().size())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition));
  }

  @Override
  public void close() {
    brokers.close();
    admin.close();
  }
}
