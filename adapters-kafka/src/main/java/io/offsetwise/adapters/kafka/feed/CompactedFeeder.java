package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaSourceLog;
import io.offsetwise.adapters.kafka.read.LogReplay;
import io.offsetwise.application.source.SourceLog;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.application.time.Deadline;
import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.TopicPartition;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Fills compacted topics, and waits until Kafka's cleaner has made holes in them. Before some
 * records it writes copies under the same key, how many follows from a seed; the cleaner removes
 * them all. Each key is sent once; none is null. Not thread-safe.
 */
public final class CompactedFeeder implements TopicFeed {

  private static final long SEGMENT_MS = 100;

  /** The cleaner takes closed segments alone: they are closed soon, and cleaned at once. */
  static final Map<String, String> TOPIC_PROPERTIES =
      Map.of(
          "cleanup.policy", "compact",
          "segment.ms", Long.toString(SEGMENT_MS),
          "min.cleanable.dirty.ratio", "0.01",
          "delete.retention.ms", "100");

  private static final Duration LONGEST_CLEANING = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final int MOST_COPIES = 4;

  private final RecordFeeder feeder;
  private final KafkaConnection connection;
  private final Random pattern;

  /** The newest record of each partition: it will lie in the segment that is never cleaned. */
  private final Map<TopicPartition, ProducerRecord<byte[], byte[]>> newest = new HashMap<>();

  private CompactedFeeder(RecordFeeder feeder, KafkaConnection connection, long seed) {
    this.feeder = feeder;
    this.connection = connection;
    this.pattern = new Random(seed);
  }

  /**
   * Opens a producer; does not wait for the broker.
   *
   * @param seed decides on the copies
   * @throws StoppedException with reason {@code UNAVAILABLE} when the connection's addresses or
   *     properties are no good
   */
  public static CompactedFeeder open(KafkaConnection connection, long seed) {
    return new CompactedFeeder(RecordFeeder.open(connection), connection, seed);
  }

  /** Sends a record with a key that no other record has, to a partition of the caller's choice. */
  @Override
  public void send(ProducerRecord<byte[], byte[]> record) {
    Objects.requireNonNull(record.key(), "key");
    ProducerRecord<byte[], byte[]> former = newest.put(partitionOf(record), record);
    if (former != null) {
      int copies = pattern.nextBoolean() ? 0 : 1 + pattern.nextInt(MOST_COPIES);
      for (int copy = 0; copy < copies; copy++) {
        feeder.send(former);
      }
      feeder.send(former);
    }
  }

  /**
   * {@inheritDoc}
   *
   * @throws StoppedException with reason {@code UNAVAILABLE} also when the cleaner has not removed
   *     all copies within two minutes
   */
  @Override
  public void flush() {
    feeder.flush();
    pause(Duration.ofMillis(2 * SEGMENT_MS));
    newest.values().forEach(feeder::send); // each begins a segment, and closes the one before
    feeder.flush();
    awaitCleaner();
    newest.clear();
  }

  private void awaitCleaner() {
    Set<TopicPartition> partitions = Set.copyOf(newest.keySet());
    Deadline deadline = Deadline.in(LONGEST_CLEANING);
    try (SourceLog log = KafkaSourceLog.open(connection)) {
      Positions end = log.endOf(partitions);
      while (hasCopies(end)) {
        if (deadline.hasPassed()) {
          throw StopReason.UNAVAILABLE.because(
              "records of %s that others have replaced are still there after %s s: the broker"
                  + " probably runs without its log cleaner, or is busy; see log.cleaner.enable",
              partitions, LONGEST_CLEANING.toSeconds());
        }
        pause(PAUSE);
      }
    }
  }

  private boolean hasCopies(Positions end) {
    SeenKeys seen = new SeenKeys();
    long records = new LogReplay(connection).replay(end, seen);
    return records > seen.keys.size();
  }

  private static void pause(Duration pause) {
    LockSupport.parkNanos(pause.toNanos());
  }

  @Override
  public void close() {
    feeder.close();
  }

  private static TopicPartition partitionOf(ProducerRecord<byte[], byte[]> record) {
    return new TopicPartition(
        record.topic(), Objects.requireNonNull(record.partition(), "partition"));
  }

  private static final class SeenKeys implements Consumer<SourceRecord> {
    private final Set<ByteBuffer> keys = new HashSet<>();

    @Override
    public void accept(SourceRecord record) {
      keys.add(ByteBuffer.wrap(record.key()));
    }
  }
}
