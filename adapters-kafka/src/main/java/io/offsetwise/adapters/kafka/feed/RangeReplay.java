package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.GrouplessConsumer;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.audit.RecordReplay;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StopReason;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;

/**
 * Replays ranges of the log one after the other, with one consumer that belongs to no group and
 * commits nothing. Not thread-safe.
 */
public final class RangeReplay implements RecordReplay, AutoCloseable {

  private final KafkaConnection connection;
  private final KafkaConsumer<byte[], byte[]> consumer;

  private RangeReplay(KafkaConnection connection, KafkaConsumer<byte[], byte[]> consumer) {
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
    return new RangeReplay(connection, GrouplessConsumer.open(connection));
  }

  @Override
  public void replay(OffsetRange range, Consumer<? super SourceRecord> records) {
    if (range.isEmpty()) {
      return;
    }
    try {
      ReplayRun.ofRange(consumer, range, connection.timeout()).replay(records);
    } catch (OffsetOutOfRangeException gone) {
      throw StopReason.UNAVAILABLE.because(
          gone,
          "the log does not hold all of %s any more: retention has probably deleted records while"
              + " they were replayed; begin again",
          range);
    } catch (KafkaException failure) {
      throw new ClientFailure(connection).of("for the records of " + range, failure);
    }
  }

  @Override
  public void close() {
    consumer.close(connection.timeout());
  }
}
