package io.offsetwise.adapters.spark.executor;

import io.offsetwise.application.source.SourceRecord;
import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The connector's records of a range, as the job's function sees them. What the connector throws
 * gets its reason here, before anything else can be taken for its failure.
 *
 * @param range that is read
 * @param records the connector's, read once
 */
record DeliveredRecords(OffsetRange range, Iterator<ConsumerRecord<byte[], byte[]>> records)
    implements Iterator<SourceRecord> {

  @Override
  public boolean hasNext() {
    return delivered(records::hasNext);
  }

  @Override
  public SourceRecord next() {
    return new KafkaRecordView(delivered(records::next));
  }

  private <T> T delivered(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (RuntimeException failure) {
      throw ConnectorFailure.of("the records of " + range, failure)
          .map(RuntimeException.class::cast)
          .orElse(failure);
    }
  }
}
