package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.OffsetRange;
import java.io.Serializable;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a task of a {@link PlainStream} does with the records of its range. Travels. */
interface RangeWork extends Serializable {

  /**
   * Reads all records.
   *
   * @return their number
   */
  long on(OffsetRange range, Iterator<ConsumerRecord<byte[], byte[]>> records) throws Exception;
}
