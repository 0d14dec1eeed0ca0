package io.offsetwise.application.source;

import io.offsetwise.domain.offset.Positions;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the log says of its topics. Used on the driver; every call is bounded in time.
 *
 * <p>Implementations throw {@link io.offsetwise.application.stop.StoppedException} with reason
 * {@code UNAVAILABLE} when the broker does not answer or a topic is not there.
 */
public interface SourceLog extends TopicIdentity {

  /**
   * All partitions of {@code topics} with topic id, retained offsets, and the last stable offset
   * where the stream reads committed records alone.
   */
  Map<TopicPartition, PartitionInLog> describe(Set<String> topics);

  /**
   * Those of {@code topics} that are there. For topics that a stream has read before: they may have
   * been deleted since, whereas one that it is to read must be there. Whatever keeps the broker
   * from saying so is no absence, and is thrown.
   */
  Set<String> present(Set<String> topics);

  /** The partitions of {@code topics} alone; cheaper than {@link #describe}. */
  Set<TopicPartition> partitions(Set<String> topics);

  /**
   * The end of what can be read of each of {@code partitions}: the last stable offset for a stream
   * that reads committed records alone, the log's end for one that reads uncommitted ones too.
   */
  Positions endOf(Set<TopicPartition> partitions);

  /**
   * The log's end of each of {@code partitions}: the offset that the next record will get. What
   * lies between {@link #endOf} and it belongs to transactions that are open, or was appended after
   * one of them had begun.
   */
  Positions logEndOf(Set<TopicPartition> partitions);

  /**
   * What holds up the reading of {@code partitions}: of each that can be read to its log's end
   * nothing, of each other the open transaction that begins first in it.
   *
   * @return by partition; always empty for a stream that reads uncommitted records too
   */
  Map<TopicPartition, OpenTransaction> openTransactions(Set<TopicPartition> partitions);

  /**
   * For each of {@code partitions} the offset of its first record that can be read and whose
   * timestamp is {@code time} or later; the end of what can be read where there is none.
   */
  Positions offsetsAt(Set<TopicPartition> partitions, Instant time);

  /**
   * Which positions do not name the record any more that they were stored after: they lie behind
   * the end that their leader epoch has in the log now. Positions without a leader epoch are passed
   * over.
   *
   * @param positions of partitions that the log has, at most one of each, stored for the topic that
   *     is there now
   * @return for each such partition the end of the epoch, or of the latest one before it, below the
   *     position; empty when no such end is known
   */
  Map<TopicPartition, OptionalLong> divergent(Collection<StoredPosition> positions);
}
