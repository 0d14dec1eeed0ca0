package io.offsetwise.bootstrap.laboratory.subject;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Records by their number: the same feed makes the same ones. Used on the driver. */
public interface Feed {

  /** Number of records. */
  int records();

  /** Number of records that the shortest partition gets. */
  int shortestPartition();

  /**
   * The record with this number, its partition included.
   *
   * @param number 0 or more, less than {@link #records}
   */
  ProducerRecord<byte[], byte[]> record(int number);
}
