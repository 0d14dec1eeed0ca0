package io.offsetwise.application.contract;

import io.offsetwise.application.source.SourceLog;
import io.offsetwise.domain.offset.TopicPartition;

/**
 * A log under test, read by a stream that reads committed records alone, together with the hands
 * that the contract needs. Each of its changes is visible when the call returns.
 */
public interface LogFixture extends AutoCloseable {

  /** The log; the contract closes it. */
  SourceLog log();

  /** A log whose broker does not answer; the contract closes it. */
  SourceLog unreachableLog();

  /** A name that no topic of this log has yet. */
  String newTopicName();

  /** Creates {@code topic}. */
  void create(String topic, int partitions);

  /** Deletes {@code topic}. */
  void delete(String topic);

  /** Adds one partition to {@code topic}. */
  void addPartition(String topic);

  /** Appends {@code records} small records to {@code partition}. */
  void append(TopicPartition partition, int records);

  /**
   * Begins a transaction, which writes {@code records} small records to {@code partition}, 1 or
   * more.
   */
  void begin(TopicPartition partition, int records);

  /** Commits the transaction that was begun in {@code partition}. */
  void commit(TopicPartition partition);

  /** Deletes the records of {@code partition} before {@code offset}, as retention does. */
  void deleteBefore(TopicPartition partition, long offset);

  /** Releases what the fixture holds. */
  @Override
  void close();
}
