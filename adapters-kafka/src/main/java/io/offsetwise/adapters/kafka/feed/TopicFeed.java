package io.offsetwise.adapters.kafka.feed;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Fills topics in one of the ways in which topics are written: what is sent is what a reader of
 * committed records sees in the end, whatever else lies in the log.
 *
 * <p>Failures are a {@link io.offsetwise.application.stop.StoppedException}, with reason {@code
 * UNAVAILABLE} when a record cannot be written or its topic does not exist.
 */
public interface TopicFeed extends AutoCloseable {

  /** Sends a record with a partition, timestamp or headers of the caller's choice. */
  void send(ProducerRecord<byte[], byte[]> record);

  /** Waits until all records sent so far lie in the log as they are to stay there. */
  void flush();

  /** Gives up what was not flushed. */
  @Override
  void close();
}
