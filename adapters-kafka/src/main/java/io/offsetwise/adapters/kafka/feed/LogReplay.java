package io.offsetwise.adapters.kafka.feed;

import io.offsetwise.adapters.kafka.log.ClientFailure;
import io.offsetwise.adapters.kafka.log.GrouplessConsumer;
import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Positions;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;

/**
 * Kafka's own truth: reads a log again from its first record, beside the job, with a consumer that
 * belongs to no group and commits nothing. Reads only.
 *
 * @param connection how to reach Kafka; its timeout bounds every wait for further records
 */
public record LogReplay(KafkaConnection connection) {

  public LogReplay {
    Objects.requireNonNull(connection, "connection");
  }

  /**
   * Hands over all records with {@code earliest <= offset < end}, each partition in the order of
   * its offsets, in the calling thread.
   *
   * @param end where to stop, by partition, exclusive; other partitions are not read
   * @param records takes each record; valid during the call only
   * @return number of records that were handed over
   * @throws StoppedException with reason {@code UNAVAILABLE} when the broker does not answer, or a
   *     partition does not get on to its end within the timeout
   */
  public long replay(Positions end, Consumer<? super SourceRecord> records) {
    try (KafkaConsumer<byte[], byte[]> consumer = GrouplessConsumer.open(connection)) {
      return ReplayRun.fromBeginning(consumer, end, connection.timeout()).replay(records);
    } catch (KafkaException e) {
      throw new ClientFailure(connection).of("for the records of " + end.partitions(), e);
    }
  }
}
