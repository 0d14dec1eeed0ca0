package io.offsetwise.adapters.storage.offset;

import io.offsetwise.application.save.GuardedOffsets;
import io.offsetwise.domain.guarantee.RecordedCommit;
import io.offsetwise.domain.offset.Epoch;
import io.offsetwise.domain.offset.OffsetRange;
import io.offsetwise.domain.offset.StoredPosition;
import io.offsetwise.domain.offset.StreamName;
import io.offsetwise.domain.offset.TopicId;
import io.offsetwise.domain.offset.TopicPartition;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * The offsets of a stream on one connection with an open transaction.
 *
 * @param handle the connection; bound to one transaction, as this object is
 * @param stream whose offsets
 */
public record JdbiGuardedOffsets(Handle handle, StreamName stream) implements GuardedOffsets {

  private static final String ADVANCE =
      """
      UPDATE stream_offset SET next_offset = :until
      WHERE stream_name = :stream AND topic_name = :topic AND partition_number = :partition
        AND next_offset = :from AND epoch = :epoch AND topic_id = :topicId
      """;

  private static final String RECORD =
      """
      INSERT INTO offset_history
        (stream_name, topic_name, partition_number, from_offset, until_offset, epoch, committed,
         guarantee)
      VALUES (:stream, :topic, :partition, :from, :until, :epoch, :committed, :guarantee)
      """;

  @Override
  public boolean advance(OffsetRange range, TopicId topicId, Epoch epoch) {
    int moved =
        handle
            .createUpdate(ADVANCE)
            .bind("until", range.until())
            .bind("stream", stream.value())
            .bind("topic", range.topicPartition().topic())
            .bind("partition", range.topicPartition().partition())
            .bind("from", range.from())
            .bind("epoch", epoch.number())
            .bind("topicId", topicId.value())
            .execute();
    return moved == 1;
  }

  @Override
  public Optional<StoredPosition> read(TopicPartition partition) {
    return new StreamOffsetTable(handle, stream).read(partition);
  }

  @Override
  public void record(OffsetRange range, Epoch epoch, RecordedCommit commit) {
    handle
        .createUpdate(RECORD)
        .bind("stream", stream.value())
        .bind("topic", range.topicPartition().topic())
        .bind("partition", range.topicPartition().partition())
        .bind("from", range.from())
        .bind("until", range.until())
        .bind("epoch", epoch.number())
        .bind("committed", commit.steps().key())
        .bind("guarantee", commit.guarantee().key())
        .execute();
  }
}
