package io.offsetwise.adapters.kafka.read;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * Replays ranges of the log one after the other, with one consumer that belongs to no group and
 * commits nothing: the same loop that a job reads by. Not thread-safe.
 */
public final class RangeReplay implements RecordReplay, AutoCloseable {

  private final KafkaConnection connection;
  private final RangeConsumer consumer;

  private RangeReplay(KafkaConnection connection, RangeConsumer consumer) {
    this.connection = connection;
    this.consumer = consumer;
  }

  /**
   * Opens a consumer. Does not wait for the broker: the first replay does.
   *
   * @param connection how to reach Kafka; its timeout bounds every wait for further records
   * @throws StoppedException with reason {@code UNAVAILABLE} when the connection's addresses or
   *     properties are no good
   */
  public static RangeReplay open(KafkaConnection connection) {
    return new RangeReplay(connection, RangeConsumer.open(connection));
  }

  @Override
  public void replay(OffsetRange range, Consumer<? super SourceRecord> records) {
    if (range.isEmpty()) {
      return;
    }
    try {
      read(range, records);
    } catch (KafkaException failure) {
      throw new ClientFailure(connection).of("for the records of " + range, failure);
    }
  }

  /** From the first offset that the log holds, to {@code until}, exclusive. */
  void fromBeginning(TopicPartition partition, long until, Consumer<? super SourceRecord> records) {
    try {
      long earliest = consumer.earliestOf(partition);
      if (earliest < until) {
        read(new OffsetRange(partition, earliest, until), records);
      }
    } catch (KafkaException failure) {
      throw new ClientFailure(connection).of("for the records of " + partition, failure);
    }
  }

  private void read(OffsetRange range, Consumer<? super SourceRecord> records) {
    try {
      consumer.begin(range);
      while (consumer.hasNext()) {
        records.accept(new ConsumerRecordView(consumer.next()));
      }
      consumer.end();
    } catch (StoppedException stop) {
      throw stop.reason() == StopReason.RECORDS_GONE ? gone(range, stop) : stop;
    }
  }

  /** Nothing is lost by a replay. */
  private static StoppedException gone(OffsetRange range, StoppedException stop) {
    return StopReason.UNAVAILABLE.because(
        stop,
        "the log does not hold all of %s any more: retention has probably deleted records while"
            + " they were replayed; begin again",
        range);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
