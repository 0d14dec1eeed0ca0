package io.offsetwise.adapters.kafka.read;

import io.offsetwise.application.shared.PerJvm;
import io.offsetwise.application.shared.SharedResource;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The consumers of this JVM that no task is using, one for each partition and reader: with it stays
 * what it has fetched ahead. When there are too many, the one that was idle longest is closed, and
 * with it all that nobody has used for long: on an executor nobody says that a session has ended.
 * Thread-safe.
 */
final class IdleConsumers implements AutoCloseable {

  /** Each has a connection, and holds one fetch: as many MiB as there are consumers. */
  static final int MOST = 128;

  static final Duration LONGEST = Duration.ofMinutes(5);

  private final int most;
  private final Duration longest;
  private final Map<Key, Idle> fromIdlest = new LinkedHashMap<>();

  IdleConsumers(int most, Duration longest) {
    this.most = most;
    this.longest = longest;
  }

  /** Those of this JVM. */
  static IdleConsumers ofThisJvm() {
    return PerJvm.get(new Bound(MOST, LONGEST));
  }

  /** A consumer at the beginning of a range, no longer idle; a new one where there was none. */
  RangeConsumer take(KafkaRangeReaders readers, OffsetRange range) {
    Idle kept = remove(new Key(readers, range.topicPartition()));
    RangeConsumer consumer =
        kept == null ? RangeConsumer.open(readers.connection()) : kept.consumer();
    consumer.begin(range);
    return consumer;
  }

  /** Nobody is using it any more. */
  void giveBack(KafkaRangeReaders readers, TopicPartition partition, RangeConsumer consumer) {
    List<Idle> closed = new ArrayList<>();
    synchronized (this) {
      Idle present = fromIdlest.remove(new Key(readers, partition));
      if (present != null) {
        closed.add(present); // two copies of a task have read the range at the same time
      }
      fromIdlest.put(new Key(readers, partition), new Idle(consumer, System.nanoTime()));
      closed.addAll(tooMany());
    }
    closed.forEach(Idle::close);
  }

  /** Closes the consumers of these readers. */
  void release(KafkaRangeReaders readers) {
    removeIf(key -> key.readers().equals(readers)).forEach(Idle::close);
  }

  synchronized int size() {
    return fromIdlest.size();
  }

  private synchronized Idle remove(Key key) {
    return fromIdlest.remove(key);
  }

  private List<Idle> tooMany() {
    List<Idle> closed = new ArrayList<>();
    Iterator<Idle> idle = fromIdlest.values().iterator();
    while (idle.hasNext()) {
      Idle idlest = idle.next();
      if (fromIdlest.size() <= most && !idlest.isOlderThan(longest)) {
        break;
      }
      idle.remove();
      closed.add(idlest);
    }
    return closed;
  }

  private synchronized List<Idle> removeIf(Predicate<Key> which) {
    List<Idle> removed = new ArrayList<>();
    fromIdlest
        .entrySet()
        .removeIf(
            entry -> {
              boolean matches = which.test(entry.getKey());
              if (matches) {
                removed.add(entry.getValue());
              }
              return matches;
            });
    return removed;
  }

  @Override
  public void close() {
    removeIf(key -> true).forEach(Idle::close);
  }

  private record Key(KafkaRangeReaders readers, TopicPartition partition) {}

  private record Idle(RangeConsumer consumer, long sinceNanos) {

    boolean isOlderThan(Duration longest) {
      return System.nanoTime() - sinceNanos > longest.toNanos();
    }

    void close() {
      consumer.close();
    }
  }

  private record Bound(int most, Duration longest) implements SharedResource<IdleConsumers> {

    @Override
    public IdleConsumers open() {
      return new IdleConsumers(most, longest);
    }
  }
}
