package io.offsetwise.application.fake;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.application.source.RangeReader;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
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
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * A log in memory: topics whose records are functions of their place; the timestamp of each is its
 * offset in milliseconds. Can lose its head and its tail, its topics and its connection, and can
 * deliver too much. Thread-safe.
 */
public final class FakeLog implements SourceLog {

  private static final long PRODUCER_ID = 7;

  private final Map<String, FakeTopic> topics = new HashMap<>();
  private final Set<TopicPartition> overshooting = new HashSet<>();
  private final Map<TopicPartition, OpenTransaction> transactions = new HashMap<>();
  private int createdTopics;
  private volatile boolean unreachable;

  /** Creates {@code topic} under an id that no topic had before. */
  public synchronized void create(String topic, int partitions) {
    createdTopics++;
    topics.put(topic, FakeTopic.empty(new TopicId("topic-id-" + createdTopics), partitions));
  }

  /** Deletes {@code topic}. */
  public synchronized void delete(String topic) {
    topics.remove(topic);
  }

  /** Deletes {@code topic} and creates it again, empty. */
  public synchronized void recreate(String topic, int partitions) {
    delete(topic);
    create(topic, partitions);
  }

  /** Adds one partition to {@code topic}. */
  public void addPartition(String topic) {
    change(topic, FakeTopic::withPartitionAdded);
  }

  /** Appends {@code records} records. */
  public void append(TopicPartition partition, int records) {
    retain(partition, range -> new RetainedRange(range.earliest(), range.end() + records));
  }

  /** A transaction begins at the log's end, and writes {@code records} records. */
  public synchronized void begin(TopicPartition partition, int records) {
    long start = retainedOf(partition).end();
    transactions.put(
        partition,
        new OpenTransaction(
            partition, PRODUCER_ID, 0, start, Instant.ofEpochMilli(start + records - 1)));
    append(partition, records);
  }

  /** The transaction of {@code partition} ends; its marker takes an offset. */
  public synchronized void commit(TopicPartition partition) {
    transactions.remove(partition);
    append(partition, 1);
  }

  /** Deletes the records before {@code offset}, as retention does. */
  public void deleteBefore(TopicPartition partition, long offset) {
    retain(partition, range -> new RetainedRange(offset, range.end()));
  }

  /** Deletes the records from {@code offset} on, as an unclean leader election does. */
  public void truncate(TopicPartition partition, long offset) {
    retain(partition, range -> new RetainedRange(range.earliest(), offset));
    int number = partition.partition();
    change(
        partition.topic(), topic -> topic.with(number, topic.leaders().get(number).cutAt(offset)));
  }

  /** The log forgets all leaders but the first, as an older copy of a disk does. */
  public void restoreOldLeaders(TopicPartition partition) {
    change(partition.topic(), topic -> topic.with(partition.partition(), FakeLeaders.FIRST));
  }

  /** From now on the broker does not answer. */
  public void disconnect() {
    unreachable = true;
  }

  /** From now on the broker answers again. */
  public void reconnect() {
    unreachable = false;
  }

  /** The next read of {@code partition} delivers the first record after its range as well. */
  public synchronized void overshootOnce(TopicPartition partition) {
    overshooting.add(partition);
  }

  /** The records of {@code range}, made while they are read. */
  public synchronized RangeReader records(OffsetRange range) {
    TopicPartition partition = range.topicPartition();
    long end = overshooting.remove(partition) ? range.until() + 1 : range.until();
    FakeLeaders leaders = leadersOf(partition);
    return new FakeRangeReader(
        range,
        LongStream.range(range.from(), end)
            .<SourceRecord>mapToObj(
                offset ->
                    FakeRecord.at(partition.topic(), partition.partition(), offset)
                        .under(leaders.at(offset)))
            .iterator());
  }

  @Override
  public Map<TopicPartition, PartitionInLog> describe(Set<String> names) {
    Map<TopicPartition, PartitionInLog> described = new TreeMap<>();
    for (String name : names) {
      FakeTopic topic = require(name);
      for (int partition = 0; partition < topic.retained().size(); partition++) {
        described.put(
            new TopicPartition(name, partition), inLog(topic, new TopicPartition(name, partition)));
      }
    }
    return described;
  }

  @Override
  public synchronized Set<String> present(Set<String> names) {
    requireReachable();
    Set<String> present = new TreeSet<>(names);
    present.retainAll(topics.keySet());
    return present;
  }

  @Override
  public Set<TopicPartition> partitions(Set<String> names) {
    return new TreeSet<>(describe(names).keySet());
  }

  private synchronized PartitionInLog inLog(FakeTopic topic, TopicPartition partition) {
    RetainedRange retained = topic.retained().get(partition.partition());
    return new PartitionInLog(
        topic.id(), retained, OptionalLong.of(stableEnd(partition, retained.end())));
  }

  private synchronized long stableEnd(TopicPartition partition, long logEnd) {
    OpenTransaction open = transactions.get(partition);
    return open == null ? logEnd : open.startOffset();
  }

  @Override
  public Positions endOf(Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (TopicPartition partition : partitions) {
      ends.put(partition, stableEnd(partition, retainedOf(partition).end()));
    }
    return Positions.of(ends);
  }

  @Override
  public Positions logEndOf(Set<TopicPartition> partitions) {
    Map<TopicPartition, Long> ends = new HashMap<>();
    for (TopicPartition partition : partitions) {
      ends.put(partition, retainedOf(partition).end());
    }
    return Positions.of(ends);
  }

  @Override
  public synchronized Map<TopicPartition, OpenTransaction> openTransactions(
      Set<TopicPartition> partitions) {
    partitions.forEach(this::retainedOf);
    Map<TopicPartition, OpenTransaction> open = new HashMap<>(transactions);
    open.keySet().retainAll(partitions);
    return open;
  }

  @Override
  public Positions offsetsAt(Set<TopicPartition> partitions, Instant time) {
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (TopicPartition partition : partitions) {
      RetainedRange retained = retainedOf(partition);
      long offset = Math.max(retained.earliest(), time.toEpochMilli());
      offsets.put(partition, Math.min(stableEnd(partition, retained.end()), offset));
    }
    return Positions.of(offsets);
  }

  @Override
  public Map<TopicPartition, OptionalLong> divergent(Collection<StoredPosition> positions) {
    Map<TopicPartition, OptionalLong> divergent = new HashMap<>();
    for (StoredPosition position : positions) {
      position
          .leaderEpoch()
          .number()
          .ifPresent(
              epoch -> {
                OptionalLong end = endOf(position.topicPartition(), epoch);
                if (end.orElse(0) < position.nextOffset()) {
                  divergent.put(position.topicPartition(), end);
                }
              });
    }
    return divergent;
  }

  /** Records are handed out whether the topic is there and the broker answers or not. */
  private FakeLeaders leadersOf(TopicPartition partition) {
    FakeTopic topic = topics.get(partition.topic());
    return topic == null || partition.partition() >= topic.leaders().size()
        ? FakeLeaders.FIRST
        : topic.leaders().get(partition.partition());
  }

  private OptionalLong endOf(TopicPartition partition, int leaderEpoch) {
    FakeTopic topic = require(partition.topic());
    int number = partition.partition();
    return topic.leaders().get(number).endOf(leaderEpoch, topic.retained().get(number).end());
  }

  @Override
  public TopicId idOf(String topic) {
    return require(topic).id();
  }

  @Override
  public void close() {}

  private synchronized FakeTopic require(String name) {
    requireReachable();
    FakeTopic topic = topics.get(name);
    if (topic == null) {
      throw new StoppedException(StopReason.UNAVAILABLE, "topic " + name + " is not there");
    }
    return topic;
  }

  private RetainedRange retainedOf(TopicPartition partition) {
    return require(partition.topic()).retained().get(partition.partition());
  }

  private void requireReachable() {
    if (unreachable) {
      throw new StoppedException(StopReason.UNAVAILABLE, "the fake broker does not answer");
    }
  }

  private void retain(TopicPartition partition, UnaryOperator<RetainedRange> change) {
    int number = partition.partition();
    change(
        partition.topic(), topic -> topic.with(number, change.apply(topic.retained().get(number))));
  }

  private synchronized void change(String topic, UnaryOperator<FakeTopic> change) {
    topics.put(topic, change.apply(topics.get(topic)));
  }
}
