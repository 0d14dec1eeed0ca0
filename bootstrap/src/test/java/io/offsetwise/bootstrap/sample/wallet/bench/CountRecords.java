package io.offsetwise.bootstrap.sample.wallet.bench;

import io.offsetwise.domain.offset.OffsetRange;
import java.util.Iterator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads the records and keeps nothing of them. */
record CountRecords() implements RangeWork {

  @Override
  public long on(OffsetRange range, Iterator<ConsumerRecord<byte[], byte[]>> records) {
    long count = 0;
    while (records.hasNext()) {
      records.next();
      count++;
    }
    return count;
  }
}
