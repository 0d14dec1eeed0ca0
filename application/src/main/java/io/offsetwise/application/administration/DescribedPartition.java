package io.offsetwise.application.administration;

import io.offsetwise.application.source.OpenTransaction;
import io.offsetwise.domain.offset.RetainedRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.TopicPartition;
import io.offsetwise.domain.start.PartitionInLog;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How one partition of a stream stands in one storage.
 *
 * @param partition the partition
 * @param position what is stored; empty when it was never read
 * @param inLog what the log says; empty when it has no such partition
 * @param open the transaction that keeps the stream from reading to the log's end, if there is one
 * @param lastSaved when it was last saved, if that is on record
 */
public record DescribedPartition(
    TopicPartition partition,
    Optional<StoredPosition> position,
    Optional<PartitionInLog> inLog,
    Optional<OpenTransaction> open,
    Optional<Instant> lastSaved) {

  /** The offsets that the log holds; empty as well when it is another topic of the same name. */
  public Optional<RetainedRange> retained() {
    return ofThisTopic().map(PartitionInLog::retained);
  }

  /**
   * End of what the stream can read; empty as well when it is another topic of the same name, and
   * for a stream that reads uncommitted records too.
   */
  public OptionalLong lastStable() {
    return ofThisTopic().map(PartitionInLog::lastStable).orElseGet(OptionalLong::empty);
  }

  private Optional<PartitionInLog> ofThisTopic() {
    return inLog.filter(
        found -> position.map(row -> row.topicId().equals(found.topicId())).orElse(true));
  }

  /** Log's end minus position, as Kafka counts it; empty when one of them is not known. */
  public OptionalLong lag() {
    return position.isPresent() && retained().isPresent()
        ? OptionalLong.of(retained().get().end() - position.get().nextOffset())
        : OptionalLong.empty();
  }
}
