package io.offsetwise.adapters.kafka.read;

import io.offsetwise.adapters.kafka.log.KafkaConnection;
import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.application.stop.StoppedException;
import io.offsetwise.domain.offset.Positions;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

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
   * Hands over all records with {@code earliest <= offset < end}, one partition after the other, in
   * the calling thread.
   *
   * @param end where to stop, by partition, exclusive; other partitions are not read
   * @param records takes each record; valid during the call only
   * @return number of records that were handed over
   * @throws StoppedException with reason {@code UNAVAILABLE} when the broker does not answer, or a
   *     partition does not get on to its end within the timeout
   */
  public long replay(Positions end, Consumer<? super SourceRecord> records) {
    AtomicLong handedOver = new AtomicLong();
    Consumer<SourceRecord> counted =
        record -> {
          records.accept(record);
          handedOver.incrementAndGet();
        };
    try (RangeReplay replay = RangeReplay.open(connection)) {
      new TreeMap<>(end.nextOffsets())
          .forEach((partition, until) -> replay.fromBeginning(partition, until, counted));
    }
    return handedOver.get();
  }
}
