package io.offsetwise.adapters.kafka.read;

import io.offsetwise.adapters.kafka.log.GrouplessConsumer;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.adapters.kafka.log.KafkaPartitions;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.time.Deadline;
import io.offsetwise.domain.offset.OffsetRange;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;

/**
 * A consumer that reads one range at a time, of any partition: assigned and not subscribed, in no
 * group. Holds what one poll gave and nothing else; Kafka's own buffer holds {@code
 * max.partition.fetch.bytes} at most, or one batch of records. Not thread-safe.
 */
final class RangeConsumer implements AutoCloseable {

  private static final Duration LONGEST_POLL = Duration.ofMillis(200);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Duration longestIdle;
  private TopicPartition partition;
  private List<ConsumerRecord<byte[], byte[]>> polled = List.of();
  private int next;

  /** Where a range may begin without a seek; empty inside of one. */
  private OptionalLong standsAt = OptionalLong.empty();

  private OffsetRange range;

  private RangeConsumer(KafkaConsumer<byte[], byte[]> consumer, Duration longestIdle) {
    this.consumer = consumer;
    this.longestIdle = longestIdle;
  }

  /** Opens one; see {@link GrouplessConsumer#open}. */
  static RangeConsumer open(KafkaConnection connection) {
    return new RangeConsumer(GrouplessConsumer.open(connection), connection.timeout());
  }

  /** The first offset that the log holds, or would hold. */
  long earliestOf(io.offsetwise.domain.offset.TopicPartition of) {
    TopicPartition kafkas = KafkaPartitions.kafkas(of);
    return consumer.beginningOffsets(Set.of(kafkas), longestIdle).get(kafkas);
  }

  /** Goes to the beginning of a range, unless it stands there; does not wait for the broker. */
  void begin(OffsetRange begun) {
    TopicPartition of = KafkaPartitions.kafkas(begun.topicPartition());
    if (!of.equals(partition)) {
      partition = of;
      consumer.assign(Set.of(of));
      standsAt = OptionalLong.empty();
    }
    if (standsAt.isEmpty() || standsAt.getAsLong() != begun.from()) {
      consumer.seek(of, begun.from());
      polled = List.of();
      next = 0;
    }
    standsAt = OptionalLong.empty();
    range = begun;
  }

  /** The range was read to its end: what was fetched beyond it is kept for the next one. */
  void end() {
    standsAt = OptionalLong.of(range.until());
  }

  /**
   * Whether a record of the range is left; waits for it.
   *
   * @throws io.offsetwise.application.stop.StoppedException with reason {@code RECORDS_GONE} or
   *     {@code UNAVAILABLE}
   * @throws org.apache.kafka.common.KafkaException whatever else Kafka throws
   */
  boolean hasNext() {
    while (next == polled.size() && consumer.position(partition) < range.until()) {
      poll();
    }
    return next < polled.size() && polled.get(next).offset() < range.until();
  }

  /** The next record, which {@link #hasNext} has found. */
  ConsumerRecord<byte[], byte[]> next() {
    return polled.get(next++);
  }

  /** Each offset before it was delivered or holds no record. */
  long position() {
    return next < polled.size() ? polled.get(next).offset() : consumer.position(partition);
  }

  /** Positions and not records tell of progress: what was aborted or compacted away shows none. */
  private void poll() {
    long begin = consumer.position(partition);
    Deadline idle = Deadline.in(longestIdle);
    try {
      do {
        polled = consumer.poll(LONGEST_POLL).records(partition);
        next = 0;
      } while (consumer.position(partition) == begin && !passed(idle));
    } catch (OffsetOutOfRangeException gone) {
      throw new MissingRecords(consumer, longestIdle).of(range, begin, gone);
    }
  }

  private boolean passed(Deadline idle) {
    if (idle.hasPassed()) {
      throw StopReason.UNAVAILABLE.because(
          """
          no record of %s came for %s ms, the reading stands at %s: the broker is probably down or \
          slow, or a transaction is open there; start the broker, or raise kafka.timeout""",
          range, longestIdle.toMillis(), position());
    }
    return false;
  }

  @Override
  public void close() {
    consumer.close(longestIdle);
  }
}
